/**
 * What the suite sees of the database besides what the product writes: every move of a timer and, by the real clock,
 * when a chain was acknowledged and when a mail was claimed. A rolled-back transaction leaves nothing here either.
 */
export const recorder = `
CREATE SCHEMA faults;
CREATE TABLE faults.move (
  timer_id uuid NOT NULL, gen integer NOT NULL, old_state text NOT NULL, new_state text NOT NULL,
  fired boolean NOT NULL, early_ms float8 NOT NULL, fired_by text,
  hints integer NOT NULL, at timestamptz NOT NULL DEFAULT clock_timestamp());
CREATE INDEX ON faults.move (timer_id);
CREATE FUNCTION faults.record_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO faults.move (timer_id, gen, old_state, new_state, fired, early_ms, fired_by, hints)
  VALUES (NEW.id, NEW.gen, OLD.state, NEW.state, NEW.state = 'fired' AND NEW.fired_at IS DISTINCT FROM OLD.fired_at,
    extract(epoch FROM OLD.due_at - clock_timestamp()) * 1000, NEW.fired_by, OLD.hint_no);
  RETURN NULL;
END $$;
CREATE TRIGGER record_move AFTER UPDATE ON app.timer FOR EACH ROW
  WHEN (NEW.state <> OLD.state OR NEW.gen <> OLD.gen OR NEW.fired_at IS DISTINCT FROM OLD.fired_at)
  EXECUTE FUNCTION faults.record_move();

CREATE TABLE faults.acknowledged (incident_id uuid NOT NULL, at timestamptz NOT NULL DEFAULT clock_timestamp());
CREATE FUNCTION faults.record_acknowledgement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN INSERT INTO faults.acknowledged (incident_id) VALUES (NEW.incident_id); RETURN NULL; END $$;
CREATE TRIGGER record_acknowledgement AFTER UPDATE ON app.escalation FOR EACH ROW
  WHEN (OLD.acknowledged_at IS NULL AND NEW.acknowledged_at IS NOT NULL)
  EXECUTE FUNCTION faults.record_acknowledgement();

CREATE TABLE faults.claimed (notification_id uuid NOT NULL, at timestamptz NOT NULL DEFAULT clock_timestamp());
CREATE INDEX ON faults.claimed (notification_id);
CREATE FUNCTION faults.record_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN INSERT INTO faults.claimed (notification_id) VALUES (NEW.notification_id); RETURN NULL; END $$;
CREATE TRIGGER record_claim AFTER INSERT ON app.delivery FOR EACH ROW EXECUTE FUNCTION faults.record_claim();
`;
