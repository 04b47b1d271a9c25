import { describe, expect, it } from '@jest/globals';
import { readFigure } from './figure-draft';

describe('readFigure', () => {
  it.each([
    ['128', 128],
    [' 128 ', 128],
    ['0', 0],
    ['1,200', 1_200],
    ['1 000 000', 1_000_000],
    ['１２８', 128],
    ['', null],
    ['  ', null],
  ])('reads %p', (text, visitors) => {
    expect(readFigure(text)).toEqual({ visitors });
  });

  it.each([
    ['many', 'notANumber'],
    ['12 people', 'notANumber'],
    ['1,2', 'notANumber'],
    ['1e3', 'notANumber'],
    ['-1', 'cannotBe'],
    ['1.5', 'cannotBe'],
    ['1000001', 'cannotBe'],
  ])('says what is wrong with %p', (text, wrong) => {
    expect(readFigure(text)).toEqual({ wrong });
  });
});
