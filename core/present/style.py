"""The one small style sheet: what the theme file cannot say, on stable `data-testid` hooks only."""

HOOKS = (
    "stApp", "stHeader", "stMainBlockContainer", "stMetric", "stMetricDelta",
    "stSliderThumbValue", "stBottom", "stBottomBlockContainer",
)  # fmt: skip
"""Every `data-testid` the sheet relies on; a browser test asserts that each still matches something."""

STYLE = """<style>
.stApp{
  --ink:light-dark(#17222B,#E3E8EB); --ink2:light-dark(#4E5A63,#A9B4BC); --paper:light-dark(#FFFFFF,#10171D);
  --panel:light-dark(#F3F5F4,#18222A); --line:light-dark(#D9DEDC,#2C3943); --hair:light-dark(#E6EAE8,#24303A);
  --bad:light-dark(#A3221B,#F49A91); --bad-bg:light-dark(#FBE9E7,#3A1F1E);
  --ok:light-dark(#1A6149,#7CCDAE); --ok-bg:light-dark(#E3F1EB,#16302A);
  --info:light-dark(#1B5C88,#8CC3E4); --info-bg:light-dark(#E4EFF6,#16293A);
  --caution:light-dark(#7D4F0C,#E0B066); --caution-bg:light-dark(#F8EEDC,#33281A);
  --soft-bg:light-dark(#EDF0EF,#222D36);
}
[data-testid="stHeader"]{border-bottom:1px solid var(--line)}
[data-testid="stMainBlockContainer"]{padding:5.2rem 31px 4rem;max-width:1600px}
[data-testid="stHtml"]{line-height:1.45}
.pl-head h1{font-family:"Source Serif",serif;font-weight:600;font-size:28px;line-height:1.25;color:var(--ink);
  margin:0;padding:0;letter-spacing:0;text-wrap:balance}
.pl-head p{margin:6px 0 0;font-size:12px;line-height:22px;color:var(--ink2);display:flex;flex-wrap:wrap;gap:2px 6px;
  align-items:center}
.pl-section{display:flex;align-items:center;gap:14px 24px;flex-wrap:wrap;min-height:28px}
.pl-section h2{font-family:"Source Serif",serif;font-weight:600;font-size:18px;line-height:28px;color:var(--ink);
  margin:0;padding:0}
.pl-card{display:flex;align-items:center;gap:8px;flex-wrap:wrap;font-size:14px;line-height:22px;color:var(--ink)}
.pl-badge{font-size:12px;line-height:18px;padding:1px 5px;border-radius:4px;white-space:nowrap;color:var(--ink2);
  background:var(--soft-bg)}
.pl-badge.bad{color:var(--bad);background:var(--bad-bg)} .pl-badge.ok{color:var(--ok);background:var(--ok-bg)}
.pl-badge.info{color:var(--info);background:var(--info-bg)}
.pl-badge.caution{color:var(--caution);background:var(--caution-bg)}
.st-key-statement-drop [data-testid="stFileUploaderDropzoneInstructions"]{display:none}
[data-testid="stMetric"]{border-left:2px solid var(--line);padding:0 0 0 12px}
[data-testid="stMetricDelta"]{background:none!important;padding:0;color:var(--ink2)!important;font-weight:400}
[data-testid="stMetricDelta"] *{color:var(--ink2)!important}
[data-testid="stSliderThumbValue"]{color:var(--ink)!important}
button[data-variant="segmented_control"][aria-checked="true"] *{color:var(--ink)!important;font-weight:600}
[data-testid="stBottom"]>div{background:var(--paper);border-top:1px solid var(--line)}
[data-testid="stBottomBlockContainer"]{padding:10px 31px;max-width:1600px}
.js-plotly-plot :is(.xtick,.ytick,.g-xtitle,.g-ytitle,.annotation,.textpoint) text{fill:var(--ink2)!important}
.js-plotly-plot .treemaplayer .slicetext{fill:var(--ink)!important}
.pl{width:100%;border-collapse:collapse;font-size:13px;line-height:20px;color:var(--ink)}
.pl th{font-weight:400;font-size:12px;color:var(--ink2);text-align:left;padding:5px 12px 5px 0;
  border-bottom:1px solid var(--ink2);white-space:nowrap}
.pl td{padding:5px 12px 5px 0;border-bottom:1px solid var(--line);vertical-align:top}
.pl .n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
.pl tr.strong td{font-weight:600}
.pl :is(th,td):last-child{padding-right:0}
.pl .bad,.tone-bad{color:var(--bad)} .pl .ok,.tone-ok{color:var(--ok)}
.pl .info,.tone-info{color:var(--info)} .pl .caution,.tone-caution{color:var(--caution)}
.pl .soft{color:var(--ink2)} .pl div.soft{font-size:12px;line-height:17px}
.tone-ok,.tone-bad,.tone-info,.tone-caution{font-weight:600}
.pl-line{font-size:12px;line-height:20px;color:var(--ink2);margin:0}
.pl-legend{display:flex;gap:10px;align-items:center;font-size:12px;line-height:28px;color:var(--ink2);flex-wrap:wrap}
.pl-ramp{width:120px;height:10px;border-radius:2px;display:inline-block;background:linear-gradient(90deg,
  rgba(46,126,181,.7),rgba(46,126,181,.47) 17%,rgba(46,126,181,0) 50%,rgba(176,116,28,0) 50%,
  rgba(176,116,28,.47) 83%,rgba(176,116,28,.7))}
.pl-group{font-size:14px;line-height:20px;font-weight:600;color:var(--ink);margin:6px 0 0}
.pl-text{font-size:14px;line-height:21px;color:var(--ink);margin:0}
.pl-bar{font-size:14px;line-height:36px;color:var(--ink)}
.pl-reasons{margin:0;padding-left:20px;font-size:14px;line-height:21px;color:var(--ink)}
.pl-reasons li{margin-bottom:4px}
.pl-page{position:relative;border:1px solid var(--line);background:#fff}
.pl-page img,.pl-strip img{display:block;width:100%}
.pl-page i,.pl-strip i{position:absolute;display:block;box-sizing:border-box}
.pl-page i.tie{border-left:3px solid #2C8A6B}
.pl-page i.trouble,.pl-strip i.trouble{border:2px solid #D14A3F;background:rgba(209,74,63,.13)}
.pl-page i.chosen,.pl-strip i.chosen{border:2px solid #17222B}
.pl-page i.value,.pl-strip i.value{background:rgba(46,126,181,.24);border-bottom:2px solid #2E7EB5}
.pl-strip{position:relative;overflow:hidden;outline:1px solid var(--line);background:#fff}
.pl-strip img{position:absolute}
.pl-word{font-family:"Source Serif",serif;font-weight:600}
@media print{[data-testid="stHeader"],[data-testid="stBottom"],[data-testid="stButton"]{display:none!important}
  *{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
</style>"""
