import type { FieldsetHTMLAttributes } from 'react';
import classes from './ui.module.css';

type Props = Pick<FieldsetHTMLAttributes<HTMLElement>, 'aria-label' | 'children' | 'disabled'> & {
  as?: 'article' | 'fieldset' | 'li' | 'section';
  /** Its border asks for attention: something is wrong, or late. */
  tone?: 'bad' | 'late';
};

/** The white box in which a page shows one thing; as a `fieldset` it can be disabled as a whole. */
export function Card({ as: Tag = 'section', tone, ...rest }: Props) {
  return <Tag className={classes.card} data-tone={tone} {...rest} />;
}
