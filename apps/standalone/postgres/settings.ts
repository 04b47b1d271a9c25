/** Small, for one venue on one machine: about 60 MB of shared memory, nothing reachable but from this machine. */
const common = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '64MB',
  max_wal_size: '256MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  io_method: 'sync',
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
  // What people typed has no place in a log: not the statement, not the values.
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: '0',
  log_error_verbosity: 'terse',
};

/** `durable`: what was committed survives a power cut. `fast`: for tests, whose data nobody will miss. */
export function serverSettings(kind: 'durable' | 'fast'): Record<string, string> {
  if (kind === 'durable') return { ...common, fsync: 'on', synchronous_commit: 'on', max_connections: '60' };
  const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  return { ...common, ...careless, max_connections: '300', max_wal_size: '1GB', autovacuum: 'off' };
}
