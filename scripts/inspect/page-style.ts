/** The look of the page: one column of law, one of facts; every kind a ground of its own, readable in light and dark. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;
--paper:light-dark(#faf8f3,#131517);--sheet:light-dark(#fffefc,#1a1d20);--ink:light-dark(#1a1c1f,#ece9e2);
--ink-2:light-dark(#4c5158,#b9bcc1);--line:light-dark(#e6e1d5,#2b2f34);--edge:light-dark(#88837a,#787e86);
--accent:light-dark(#1b5a86,#86c0ea);--wrong:light-dark(#a32c1c,#f39684);
--threshold:light-dark(#ffe08a,#5e4700);--citation:light-dark(#cfe3ff,#173a63);--reference:light-dark(#c4f0f0,#0f4548);
--criterion:light-dark(#eadcff,#3e2a63);--consequence:light-dark(#ffd9d2,#5b2318);--funding:light-dark(#cdeecb,#1d4722);
--step:light-dark(#f9e0c4,#543413);--norm:light-dark(#e2ebe3,#27312a);--topic:light-dark(#f0ebdd,#23262a);
--problem:light-dark(#ffb8ac,#7c1d10)}
*{box-sizing:border-box}
body{margin:0;padding:0 clamp(12px,3vw,40px) 80px;background:var(--paper);color:var(--ink);
font:15px/1.7 -apple-system,'Segoe UI','PingFang SC','Noto Sans CJK SC','Noto Sans SC','Microsoft YaHei',system-ui,sans-serif}
header{padding:20px 0 2px}
h1{margin:0;font-size:22px;line-height:1.4}
.file,small,.head,legend{color:var(--ink-2)}
.file{margin:0 0 10px;overflow-wrap:anywhere}
fieldset{position:sticky;top:0;z-index:1;border:0;margin:0 0 6px;padding:6px 0;background:var(--paper);display:flex;flex-wrap:wrap;gap:4px 14px}
legend{float:left;padding:0 10px 0 0}
label{display:inline-flex;gap:5px;align-items:center;white-space:nowrap}
input{accent-color:var(--accent)}
label .m{padding:0 6px;border-radius:4px}
details{margin:6px 0;padding:6px 12px;background:var(--sheet);border:1px solid var(--line);border-radius:8px}
summary{cursor:pointer;font-weight:600}
summary i{font-weight:400;font-style:normal;color:var(--ink-2)}
details ul{margin:6px 0;padding:0;list-style:none}
details[open]>ul:not(.tree){columns:28em auto}
li{break-inside:avoid}
.tree li{padding-left:calc(var(--d)*22px + 14px)}
code{font:12px/1.5 ui-monospace,'SF Mono',Menlo,Consolas,monospace;color:var(--ink-2);overflow-wrap:anywhere}
main{margin-top:18px}
section{display:grid;grid-template-columns:minmax(0,11fr) minmax(0,9fr);gap:0 28px;padding:8px 0;border-top:1px solid var(--line);
content-visibility:auto;contain-intrinsic-size:auto 90px}
section>div{position:sticky;top:72px;align-self:start;padding-left:calc((var(--d) - 1)*14px)}
.head{margin:0;font-size:13px}
.head b{color:var(--ink)}
.chapter b,.part b,.annex b{font-size:18px}
.text{margin:0;font-family:'Source Han Serif SC','Noto Serif CJK SC','Noto Serif SC','Songti SC',SimSun,Georgia,serif;font-size:16px;
line-height:1.9;white-space:pre-line;overflow-wrap:anywhere}
.m{color:inherit;text-decoration:none;border-radius:2px;box-decoration-break:clone}
main .m:hover,.f a:hover q{text-decoration:underline;text-decoration-color:var(--accent)}
main .m[id]{border-left:1px solid var(--edge)}
main .m.problem{text-decoration:underline wavy var(--wrong)}
main .m:target{scroll-margin-top:96px;outline:2px solid var(--accent)}
ol{margin:0;padding:0;list-style:none;font-size:13px;line-height:1.55}
.f{margin:0 0 4px;padding:1px 6px;border-radius:4px;scroll-margin-top:96px;overflow-wrap:anywhere}
.f:target{outline:2px solid var(--accent);outline-offset:-2px;background:var(--sheet)}
.f a{color:inherit;text-decoration:none}
.f b{font-weight:600;padding:0 5px;border-radius:4px}
.f q{display:inline-block;max-width:min(22em,100%);overflow:hidden;text-overflow:ellipsis;white-space:nowrap;vertical-align:bottom;quotes:'“' '”'}
.f small{margin-left:6px;white-space:nowrap}
a:focus-visible,summary:focus-visible{outline:2px solid var(--accent)}
@media (max-width:800px){fieldset,section>div{position:static}section{grid-template-columns:minmax(0,1fr)}ol{padding:6px 0 0 12px}}
@media print{fieldset{position:static}}
`
