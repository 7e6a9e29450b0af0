/** One accent, three colours that mean something, and else shades of one grey. Dark only on screens. */
const LIGHT = `--paper:#fff;--ink:#1a2330;--muted:#566273;--rule:#dde2e8;--panel:#f6f7f9;--accent:#2460a8;--fill:#bcd3ee;--fill-edge:#7fa8d8;--hatch:#c9d0d9;--bad:#b3231b;--bad-ground:#fcebea;--warn:#855300;--warn-ground:#fdf3df;--info:#2460a8;--info-ground:#e9f1fb;`;
const DARK = `--paper:#11151b;--ink:#e7ebf1;--muted:#a3afbe;--rule:#2a323d;--panel:#171c24;--accent:#7fb2f2;--fill:#29476c;--fill-edge:#4f7db3;--hatch:#3a4451;--bad:#f58b83;--bad-ground:#3a1c1b;--warn:#e9b45c;--warn-ground:#33270f;--info:#8dbbf5;--info-ground:#1b2f4a;`;

export const reportStyle = `
:root{color-scheme:light dark;${LIGHT}}
@media screen and (prefers-color-scheme:dark){:root{${DARK}}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:break-word}
header.page,main,footer{max-width:1180px;margin-inline:auto;padding-inline:clamp(16px,4vw,40px)}
.skip{position:absolute;left:-999px;top:0;padding:8px 16px;background:var(--accent);color:var(--paper)}
.skip:focus{left:0;z-index:1}
header.page{padding-top:48px}
.kind{margin:0;color:var(--muted);font-size:14px}
h1{margin:2px 0 8px;font-size:clamp(26px,5vw,38px);line-height:1.15;letter-spacing:-.015em;overflow-wrap:anywhere}
h2{margin:0 0 8px;font-size:24px;line-height:1.25;letter-spacing:-.01em}
h3{margin:28px 0 8px;font-size:17px;line-height:1.35;overflow-wrap:anywhere}
.description{max-width:68ch;margin:0 0 8px;color:var(--muted);white-space:pre-line;overflow-wrap:anywhere}
.lead{max-width:68ch;margin:0 0 12px;color:var(--muted)}
.empty{color:var(--muted)}
section{margin-top:56px;scroll-margin-top:16px}
a{color:var(--accent);text-underline-offset:2px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.numbers{display:grid;grid-template-columns:repeat(auto-fit,minmax(190px,1fr));gap:1px;margin:24px 0 16px;background:var(--rule);border:1px solid var(--rule);border-radius:10px;overflow:hidden}
.numbers>div{padding:14px 18px;background:var(--paper)}
.numbers dt{color:var(--muted);font-size:13px}
.numbers dd{margin:0}
.numbers strong{display:block;font-size:23px;line-height:1.3;font-weight:650}
.numbers span{color:var(--muted);font-size:13px}
.numbers .bad{color:var(--bad);font-weight:600}
nav ul{display:flex;flex-wrap:wrap;gap:4px 20px;margin:0;padding:0;list-style:none;font-size:15px}
nav a{display:inline-block;padding:4px 0}
code{font:inherit;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.scroll{overflow-x:auto}
.map{border:1px solid var(--rule);border-radius:10px}
.map svg{display:block;height:auto;max-width:max(100%,calc(var(--natural-width)*.62px));margin-inline:auto}
.entry{margin-top:16px;padding:16px 20px;border:1px solid var(--rule);border-left:3px solid var(--accent);border-radius:8px}
.entry.impossible,.entry.error{border-left-color:var(--bad)}
.entry.warning{border-left-color:var(--warn)}
.entry h3{display:flex;flex-wrap:wrap;align-items:baseline;gap:4px 10px;margin:0 0 8px}
.chip{padding:1px 9px;border-radius:99px;background:var(--info-ground);color:var(--info);font-size:13px;font-weight:600;white-space:nowrap}
.chip.impossible,.chip.error{background:var(--bad-ground);color:var(--bad)}
.chip.warning{background:var(--warn-ground);color:var(--warn)}
.note{color:var(--muted);font-size:13px;font-weight:400}
.price{margin:0 0 8px}
.reasons{margin:0;padding-left:20px}
.reasons li{max-width:80ch;margin:2px 0}
.source{font-size:13px;white-space:nowrap}
.pairs{margin:0 0 10px;padding:0;list-style:none}
.pairs li{padding:2px 0}
.money{color:var(--muted);font-size:14px;white-space:nowrap}
details{margin-top:8px}
th details{display:inline-block;margin:0}
summary{cursor:pointer;color:var(--accent);font-size:15px}
.rejected{margin:8px 0 0}
.rejected dt{margin-top:8px;font-weight:600}
.rejected dd{margin:0}
table{width:100%;border-collapse:collapse;font-size:15px}
caption{padding:20px 0 8px;text-align:left;color:var(--muted);font-size:14px}
th,td{padding:7px 14px 7px 0;border-bottom:1px solid var(--rule);text-align:left;vertical-align:top;font-weight:400}
th:last-child,td:last-child{padding-right:0}
thead th{color:var(--muted);font-size:13px;border-bottom-color:var(--muted)}
table.cards th[scope=row]{min-width:17em}
.addresses{table-layout:fixed}
.addresses thead th:first-child{width:38%}
.addresses thead th:nth-child(2){width:30%}
.number{text-align:right;white-space:nowrap}
.sub{display:block;color:var(--muted);font-size:13px}
.addresses tbody tr>*{border-bottom:0;padding-block:2px}
.addresses tbody .network>*{padding-top:14px;font-weight:600}
.addresses .network td:nth-child(n+3){font-weight:400;color:var(--muted)}
.addresses th[scope=row]{padding-left:18px}
.addresses tbody .bars td{padding:6px 0 14px;border-bottom:1px solid var(--rule)}
.addresses td code{display:inline-block;margin-right:10px}
.address-bar{display:flex;width:100%;height:24px;margin-top:4px;border:1px solid var(--fill-edge);border-radius:4px;overflow:hidden;background:var(--fill)}
.address-bar span{min-width:0;padding:2px 4px;overflow:hidden;white-space:nowrap;font-size:12px;line-height:18px;text-align:center;background:var(--fill)}
.address-bar span:empty{padding:0}
.address-bar span+span{border-left:1px solid var(--fill-edge)}
.free{color:var(--muted);background:repeating-linear-gradient(135deg,var(--paper) 0 5px,var(--hatch) 5px 6px)!important}
.key{display:inline-block;width:22px;height:12px;border:1px solid var(--fill-edge);border-radius:3px;vertical-align:-1px;background:var(--fill)}
.spaces{margin:0;padding:0;list-style:none}
.spaces li{margin-top:12px}
.spaces p{margin:0}
.callout{padding:10px 16px;border-radius:8px;background:var(--warn-ground);color:var(--warn)}
.findings{margin:0;padding:0;list-style:none}
.findings li{padding:8px 0;border-top:1px solid var(--rule)}
.findings li:first-child{border-top:0;padding-top:0}
.findings p{max-width:80ch;margin:0}
.hint{color:var(--ink)}
.hint::before{content:"→ ";color:var(--accent)}
.place{color:var(--muted);font-size:13px}
footer{margin-top:64px;padding-block:20px 40px;color:var(--muted);font-size:13px}
@media (max-width:640px){
header.page{padding-top:28px}
.numbers{grid-template-columns:1fr 1fr}
.numbers>div{padding:10px 14px}
.numbers strong{font-size:19px;overflow-wrap:anywhere}
section{margin-top:44px}
.map svg{max-width:max(100%,calc(var(--natural-width)*.85px))}
.entry{padding:14px}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table,tbody,tr,th,td,caption{display:block}
.cards tr{padding:10px 0;border-bottom:1px solid var(--rule)}
.cards th,.cards td{padding:1px 0;border:0;text-align:right;white-space:normal}
.cards tbody th{text-align:left;font-weight:600}
.cards td::before{content:attr(data-label);float:left;margin-right:16px;color:var(--muted)}
.cards .sub{font-weight:400}
table.cards th[scope=row]{min-width:0}
.addresses tbody tr{display:grid;grid-template-columns:minmax(0,1fr) auto;column-gap:16px}
.addresses tbody tr>*{padding-block:0}
.addresses tbody .network{padding-top:14px}
.addresses tbody .network>*{padding-top:0}
.addresses tbody td{padding:0;text-align:right}
.addresses td code{display:block;margin:0}
.addresses td[data-label=From]{text-align:left;color:var(--muted);font-size:13px}
.addresses td[data-label=Usable]::after{content:" usable"}
.addresses td.number{color:var(--muted);font-size:13px}
.addresses th[scope=row],.addresses th[scope=row]~td[data-label=From]{padding-left:14px}
.addresses tbody tr.bars{display:block}
}
@media print{
@page{margin:16mm 14mm}
body{font-size:10.5pt}
header.page,main,footer{max-width:none;padding:0}
nav,.skip{display:none}
section{margin-top:28px}
h2,h3,caption,thead,.lead{break-after:avoid}
.numbers{grid-template-columns:repeat(4,1fr)}
.numbers strong{font-size:14pt}
.cards{font-size:9pt}
table.cards th[scope=row]{min-width:0}
.cards .number{white-space:normal}
.entry,caption,tbody,.spaces li,.findings li,tr{break-inside:avoid}
.scroll{overflow:visible}
.map{break-inside:avoid;border:0}
.map svg{max-width:100%;max-height:230mm}
.address-bar,.address-bar span,.key,.chip,.callout{print-color-adjust:exact;-webkit-print-color-adjust:exact}
details::details-content{content-visibility:visible;display:block;height:auto;block-size:auto}
summary{color:inherit;list-style:none;font-weight:600}
a{color:inherit}
}
`;
