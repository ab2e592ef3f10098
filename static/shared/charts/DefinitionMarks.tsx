import type { MeasureChartView } from '../prepare/measure-chart';

interface DefinitionMarksProps {
  readonly marks: MeasureChartView['marks'];
  readonly x: (index: number) => number;
  readonly top: number;
  readonly bottom: number;
}

/** From here on another definition decides what counts. */
export function DefinitionMarks({ marks, x, top, bottom }: DefinitionMarksProps) {
  return (
    <>
      {marks.map(({ index, label, exact }) => (
        <g key={exact}>
          <title>{exact}</title>
          <line className="definition-mark" x1={x(index)} x2={x(index)} y1={top - 8} y2={bottom} />
          <text className="definition-label" x={x(index)} y={top - 12} textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
    </>
  );
}
