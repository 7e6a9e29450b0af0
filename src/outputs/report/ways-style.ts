/** Of what is chosen and what comes of it. Colours are the report's; every one has a shape or a symbol beside it. */
const LIGHT = `--good:#16703c;--good-ground:#e4f4ea;--none-ground:#eef0f3;--there:#d6336c;--back:#0b7285;`;
const DARK = `--good:#6fd39a;--good-ground:#16331f;--none-ground:#1d232c;--there:#ff7fab;--back:#5fd0e4;`;

export const waysStyle = `
:root{${LIGHT}}
@media screen and (prefers-color-scheme:dark){:root{${DARK}}}
[hidden]{display:none!important}
.ways-says{min-height:1.6em;margin:0 0 10px;font-weight:600;overflow-wrap:anywhere}
.ways-says:empty::before{content:"Choose two ends, or what fails.";color:var(--muted);font-weight:400}
select,button{font:inherit;color:inherit}
.ways-ask{display:flex;flex-wrap:wrap;align-items:end;gap:10px 12px;margin:16px 0 12px}
.ways-ask p{flex:1 1 190px;min-width:0;margin:0}
.ways-ask label{display:block;margin-bottom:3px;color:var(--muted);font-size:13px}
.ways-ask select{width:100%;height:40px;padding:0 8px;border:1px solid var(--hatch);border-radius:8px;background:var(--paper);text-overflow:ellipsis}
.ways-ask button,.ways-colours button{height:40px;padding:0 14px;border:1px solid var(--hatch);border-radius:8px;background:var(--panel);cursor:pointer}
.ways-ask button:hover,.ways-colours button:hover{border-color:var(--accent)}
#ways-swap{padding:0 12px;font-size:17px}
.ways-colours{display:flex;flex-wrap:wrap;align-items:center;gap:6px 20px;margin:0 0 12px;font-size:14px;color:var(--muted)}
#ways-colours{display:flex;flex-wrap:wrap;align-items:center;gap:4px}
.ways-colours button{height:30px;padding:0 11px;border-radius:99px;color:var(--ink);font-size:14px}
.ways-colours button[aria-pressed=true]{border-color:var(--accent);background:var(--info-ground);color:var(--info);font-weight:600}
.legend{display:flex;flex-wrap:wrap;gap:2px 16px;margin:0;font-size:13px}
.legend i{display:inline-block;width:28px;margin-right:7px;border-top:3px solid var(--muted);vertical-align:4px}
.legend .double{border-top:6px double}
.legend .dashed{border-top-style:dashed}
.legend .dotted{border-top-style:dotted}
.legend i.good{border-color:var(--good)}.legend i.bad{border-color:var(--bad)}.legend i.warn{border-color:var(--warn)}
.isthmus-map .choosable{cursor:pointer}
.isthmus-map .choosable:hover .card{stroke:var(--accent);stroke-width:2}
.isthmus-map .end .card{stroke:var(--there);stroke-width:2.4}
.isthmus-map .failed .card{stroke:var(--bad);stroke-dasharray:3 3;stroke-width:2}
.isthmus-map .ways path{fill:none;stroke-linejoin:round;stroke-linecap:round}
.isthmus-map .ways .there{stroke:var(--there);stroke-width:9;opacity:.42}
.isthmus-map .ways .back{stroke:var(--back);stroke-width:2.6;stroke-dasharray:1 6}
.isthmus-map .badge rect{fill:var(--there)}
.isthmus-map .badge text{fill:var(--paper);font-weight:650;text-anchor:middle}
.isthmus-map .badge.down rect{fill:var(--bad)}
.isthmus-map .cross-out{fill:var(--paper);stroke:var(--bad);stroke-width:2}
.isthmus-map .badge,.isthmus-map .ways{pointer-events:none}
.isthmus-map.has-way [data-lines]{opacity:.6}
.isthmus-map[data-colour=encrypted] .wire{stroke:var(--bad)}
.isthmus-map[data-colour=encrypted] .wire.encrypted{stroke:var(--good)}
.isthmus-map[data-colour=internet] .wire{stroke:var(--good)}
.isthmus-map[data-colour=internet] .wire.internet{stroke:var(--warn);stroke-width:3.4}
.isthmus-map[data-colour=internet] .wire.internet.encrypted{stroke-width:5}
.isthmus-map[data-colour=broken] .wire{stroke:var(--hatch)}
.isthmus-map[data-colour=broken] .wire.partial{stroke:var(--warn)}
.isthmus-map[data-colour=broken] .wire.down{stroke:var(--bad)}
.isthmus-map .now-down .wire,.isthmus-map[data-colour] .now-down .wire{stroke:var(--bad);stroke-dasharray:2 5;opacity:1}
.isthmus-map .now-partial .wire,.isthmus-map[data-colour] .now-partial .wire{stroke:var(--warn);stroke-dasharray:7 4}
.chip.good{background:var(--good-ground);color:var(--good)}
.chip.part,.chip.changed{background:var(--warn-ground);color:var(--warn)}
.chip.none{background:var(--none-ground);color:var(--muted)}
.chip.bad{background:var(--bad-ground);color:var(--bad)}
.ways-failure{margin-top:16px;padding:12px 18px;border-left:3px solid var(--bad);border-radius:8px;background:var(--panel)}
.ways-failure p{margin:0}
.losses{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,300px),1fr));gap:0 28px}
.losses h4{margin:10px 0 2px;font-size:14px}
.losses ul{margin:0;padding-left:18px;font-size:14px}
.losses li{overflow-wrap:anywhere}
.pair{padding:0;border:0;background:none;color:var(--accent);text-align:left;text-decoration:underline;text-underline-offset:2px;cursor:pointer}
.ways-answer{margin-top:16px}
.ways-answer h3{display:flex;flex-wrap:wrap;align-items:baseline;gap:4px 10px;margin:0 0 4px}
.hint-text{margin:0;padding:14px 18px;border:1px dashed var(--hatch);border-radius:8px;color:var(--muted)}
.because{margin:0 0 8px;max-width:80ch}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,230px),1fr));gap:1px;margin:10px 0 0;border:1px solid var(--rule);border-radius:8px;overflow:hidden;background:var(--rule)}
.facts div{padding:8px 14px;background:var(--paper)}
.facts dt{color:var(--muted);font-size:12.5px}
.facts dd{margin:0;font-size:14px;overflow-wrap:anywhere}
.directions{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,380px),1fr));gap:8px 36px;margin-top:14px}
.directions h4{margin:0 0 8px;font-size:15px}
.directions h4::before{content:"";display:inline-block;width:26px;margin-right:8px;vertical-align:4px}
.there h4::before{height:8px;margin-bottom:-3px;border-radius:4px;background:var(--there);opacity:.55}
.back h4::before{border-top:3px dotted var(--back)}
.hops{margin:0;padding:0;list-style:none;font-size:14px}
.hops li{position:relative;padding:0 0 12px 24px;overflow-wrap:anywhere}
.hops li::before{content:"";position:absolute;left:3px;top:6px;width:10px;height:10px;border:2px solid var(--ink);border-radius:50%;background:var(--paper)}
.hops li:not(:last-child)::after{content:"";position:absolute;left:8px;top:20px;bottom:-4px;border-left:2px solid var(--hatch)}
.hops b{display:block;font-weight:600}
.decided{display:block;color:var(--muted);font-size:13px}
.segment{display:flex;flex-wrap:wrap;gap:2px 6px;margin-top:4px}
.segment .medium{font-size:13px;font-weight:600}
.segment .fact{padding:0 7px;border:1px solid var(--rule);border-radius:99px;color:var(--muted);font-size:12px}
.segment.encrypted .fact:first-of-type,.segment.encrypted .medium+.fact{border-color:var(--good);color:var(--good)}
.hops .ends{padding-bottom:0;font-weight:600}
.hops .ends::before{border:0;background:none}
.ends.good{color:var(--good)}.ends.bad{color:var(--bad)}.ends.part{color:var(--warn)}.ends.none{color:var(--muted)}
.others{margin:4px 0 0;padding-left:18px;color:var(--muted);font-size:13px}
.look{display:inline-block;margin-right:10px}
.look i{font-style:normal}
i.good,.matrix .good{color:var(--good)}i.part,.matrix .part{color:var(--warn)}i.bad,.matrix .bad{color:var(--bad)}
.matrix-holder{position:relative;width:fit-content;max-width:100%;max-height:min(80vh,720px);margin-top:8px;overflow:auto;border:1px solid var(--rule);border-radius:10px}
.matrix{display:table;width:auto;border-collapse:separate;border-spacing:0;font-size:14px}
.matrix thead{display:table-header-group;position:static;width:auto;height:auto;overflow:visible;clip-path:none}
.matrix tbody{display:table-row-group}
.matrix tr{display:table-row}
.matrix th,.matrix td{display:table-cell;padding:0;border:0;border-right:1px solid var(--rule);border-bottom:1px solid var(--rule)}
.matrix td{min-width:38px;width:38px;height:34px;text-align:center;vertical-align:middle;cursor:pointer}
.matrix th{max-width:230px;padding:4px 12px;background:var(--paper);color:var(--ink);font-size:13px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;vertical-align:middle}
.matrix thead th{position:sticky;top:0;z-index:1;height:auto;padding:10px 4px;vertical-align:bottom;text-align:left}
.matrix thead th span{display:inline-block;max-height:220px;overflow:hidden;text-overflow:ellipsis;writing-mode:vertical-rl;transform:rotate(180deg)}
.matrix tbody th{position:sticky;left:0;z-index:1}
.matrix .corner{position:sticky;left:0;top:0;z-index:2;padding:8px 12px;background:var(--paper);color:var(--muted);font-size:12px;text-align:left;vertical-align:bottom;cursor:default;white-space:nowrap}
.matrix td.good{background:var(--good-ground)}
.matrix td.part{background:var(--warn-ground)}
.matrix td.bad{background:var(--bad-ground)}
.matrix td.none{color:var(--muted);background:var(--none-ground)}
.matrix td.none.changed{color:var(--bad);background:var(--bad-ground)}
.matrix td.self{background:repeating-linear-gradient(135deg,var(--paper) 0 4px,var(--rule) 4px 5px)}
.matrix td.changed{box-shadow:inset 0 0 0 2px var(--warn);font-weight:700}
.matrix td.chosen{box-shadow:inset 0 0 0 3px var(--there)}
.matrix td:focus-visible{outline:3px solid var(--accent);outline-offset:-3px}
.matrix td:hover{filter:brightness(.94)}
.matrix.small td{min-width:22px;width:22px;height:22px;font-size:12px}
.matrix.small th{padding-block:1px;font-size:12px}
.matrix-tells{min-height:1.6em;margin:6px 0 0;font-size:14px;overflow-wrap:anywhere}
@media (max-width:640px){
.ways-ask p{flex-basis:calc(100% - 90px)}
.matrix th{max-width:120px;padding-inline:8px}
.matrix-holder{max-height:70vh}
}
@media (prefers-reduced-motion:no-preference){.isthmus-map [data-lines],.isthmus-map .card{transition:opacity .15s,stroke .15s}}
@media print{
.ways-ask,.ways-colours,.hint-text,.matrix-tells,.ways-says:empty,.keys-note{display:none}
.matrix-holder{max-height:none;overflow:visible;border:0}
.matrix thead th,.matrix tbody th,.matrix .corner{position:static}
.matrix td{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;
