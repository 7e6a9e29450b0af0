/** Hues for the kinds of line, in the order in which they come; told apart by people who see few colours, too. */
export const lineColours = [
  { light: "#2f6fbd", dark: "#6ea8f0" },
  { light: "#8250b5", dark: "#b58be6" },
  { light: "#0f7c74", dark: "#4cbdb3" },
  { light: "#9a5b13", dark: "#d99a4e" },
  { light: "#5b6b2f", dark: "#a9bc6a" },
] as const;

const LIGHT = {
  canvas: "#ffffff",
  area: "#f6f7f9",
  "area-edge": "#dde2e8",
  card: "#ffffff",
  edge: "#bcc5d0",
  text: "#1a2330",
  muted: "#566273",
  hub: "#e9f1fb",
  "hub-edge": "#2f6fbd",
  outside: "#faf8f3",
  "outside-edge": "#e2dccb",
  shared: "#7a8698",
  partial: "#9a6200",
  down: "#c0271f",
} as const;

const DARK: Readonly<Record<keyof typeof LIGHT, string>> = {
  canvas: "#11151b",
  area: "#171c24",
  "area-edge": "#2a323d",
  card: "#1e252f",
  edge: "#445060",
  text: "#e7ebf1",
  muted: "#a3afbe",
  hub: "#1b2f4a",
  "hub-edge": "#5b9be6",
  outside: "#1b1a16",
  "outside-edge": "#3a362b",
  shared: "#8794a6",
  partial: "#e0a13a",
  down: "#f0776f",
};

/** Everything is below `.isthmus-map`, for the map also stands inside a page. Printed, it is light. */
export const mapStyle = `
.isthmus-map{${variables("light")}font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums}
@media screen and (prefers-color-scheme:dark){.isthmus-map{${variables("dark")}}}
.isthmus-map .canvas{fill:var(--canvas)}
.isthmus-map text{fill:var(--text);font-size:11.5px}
.isthmus-map .name{font-size:13px;font-weight:600}
.isthmus-map .heading{font-size:20px;font-weight:650}
.isthmus-map .muted{fill:var(--muted)}
.isthmus-map .mark{font-size:10px;fill:var(--muted);text-anchor:end}
.isthmus-map .label{font-size:11px;fill:var(--muted)}
.isthmus-map .ground{fill:var(--area)}
.isthmus-map .ground.open{fill:var(--canvas)}
.isthmus-map .ground.outside{fill:var(--outside)}
.isthmus-map .on-line{text-anchor:middle}
.isthmus-map .area{fill:var(--area);stroke:var(--area-edge)}
.isthmus-map .area.outside{fill:var(--outside);stroke:var(--outside-edge)}
.isthmus-map .card{fill:var(--card);stroke:var(--edge)}
.isthmus-map .hub{fill:var(--hub);stroke:var(--hub-edge);stroke-width:1.6}
.isthmus-map .existing{stroke-dasharray:5 3;stroke:var(--muted)}
.isthmus-map .absent{fill:none;stroke-dasharray:2 3;stroke:var(--muted)}
.isthmus-map .side{fill:var(--muted)}
.isthmus-map .wire{fill:none;stroke-width:1.8;stroke-linejoin:round;stroke:var(--shared)}
.isthmus-map .core{fill:none;stroke-width:1.6;stroke:var(--area)}
.isthmus-map .encrypted{stroke-width:5}
.isthmus-map .internet{stroke-dasharray:11 4}
${lineColours.map((_, index) => `.isthmus-map .line-${index}{stroke:var(--line-${index})}`).join("\n")}
.isthmus-map .partial{stroke:var(--partial);stroke-dasharray:6 4}
.isthmus-map .down{stroke:var(--down);stroke-dasharray:2 4}
.isthmus-map .cross{fill:none;stroke:var(--down);stroke-width:2}
`;

function variables(scheme: "light" | "dark"): string {
  const named = Object.entries(scheme === "light" ? LIGHT : DARK).map(
    ([name, colour]) => `--${name}:${colour};`,
  );
  const lines = lineColours.map((colours, index) => `--line-${index}:${colours[scheme]};`);
  return [...named, ...lines].join("");
}
