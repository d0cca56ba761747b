/// The style sheet of the page: light, dark where the reader's screen is, and for paper.
///
/// It holds no character that XML would need escaped.
enum PageStyle {
  static let sheet = base + structure + formulas + narrow + dark + paper

  private static let base = """
    :root{color-scheme:light dark;--page:#fff;--panel:#f6f7f9;--ink:#1b1f24;--soft:#535c66;
    --rule:#d8dde3;--link:#0b5394;--good:#1a6b34;--bad:#a8201a;--open:#7a4b00;--plain:#3c4a8c;
    --differs:#fde3df;--mended:#dcf1e1;--focus:#0b5394}
    *{box-sizing:border-box}
    html{font:17px/1.55 Charter,'Bitstream Charter','Source Serif 4','Sitka Text',Cambria,Georgia,
    'Liberation Serif',serif;-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding:1rem}
    body{margin:0 auto;max-width:68rem;padding:0 1.5rem 3rem;background:var(--page);color:var(--ink)}
    h1,h2,h3,nav,table,dt,.kind,.verdict,figcaption,caption,.counts,footer{
    font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Liberation Sans',sans-serif}
    h1{font-size:1.75rem;line-height:1.25;margin:.2rem 0 .6rem;max-width:34em;text-wrap:balance}
    h2{font-size:1.35rem;line-height:1.3;margin:3.2rem 0 1rem;padding-top:.6rem;
    border-top:2px solid var(--ink)}
    h3{font-size:1.05rem;line-height:1.4;margin:0 0 .7rem;font-weight:600;max-width:70ch}
    p+h3,ul+h3{margin-top:1.4rem}
    p,li,blockquote{max-width:70ch;overflow-wrap:break-word}
    p{margin:.5rem 0}
    ul{padding-left:1.3rem;margin:.5rem 0}
    li{margin:.3rem 0}
    a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:.18em}
    a:hover{text-decoration-thickness:2px}
    :focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:2px}
    code,pre{font-family:ui-monospace,'SF Mono',Menlo,Consolas,'Liberation Mono',monospace;
    font-size:.84em;overflow-wrap:anywhere}
    pre{background:var(--panel);border:1px solid var(--rule);border-radius:4px;padding:.8rem 1rem;
    overflow-x:auto;line-height:1.6}
    pre code{font-size:1em;white-space:pre;overflow-wrap:normal}
    .skip{position:absolute;left:-100rem;top:0;padding:.5rem 1rem;background:var(--page);
    border:2px solid var(--link);z-index:1}
    .skip:focus{left:.5rem;top:.5rem}

    """

  private static let structure = """
    header{padding-top:2.4rem}
    .kind{margin:0;color:var(--soft);font-size:.85rem;letter-spacing:.06em;text-transform:uppercase}
    .file{margin:0;color:var(--soft)}
    nav{margin:1.4rem 0 0;border:solid var(--rule);border-width:1px 0;padding:.5rem 0;font-size:.88rem}
    nav ul{display:flex;flex-wrap:wrap;gap:.3rem 1.3rem;list-style:none;margin:0;padding:0}
    nav li{margin:0}
    nav a{display:inline-block;padding:.15rem 0}
    nav+main section:first-child h2{margin-top:1.8rem;border-top:0}
    footer{margin-top:3rem;border-top:1px solid var(--rule);padding-top:.8rem;color:var(--soft);
    font-size:.85rem}
    .lead{font-size:1.08rem}
    .counts{display:flex;flex-wrap:wrap;gap:1rem 3rem;margin:0 0 1rem}
    .counts p{margin:0 0 .3rem;font-weight:600}
    .counts ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.4rem}
    .counts li{margin:0}
    .changes li{margin:.6rem 0}
    .verdict{white-space:nowrap;font-weight:600;font-size:.9em}
    .verdict span{display:inline-block;min-width:1.1em;text-align:center}
    .good{color:var(--good)}
    .bad{color:var(--bad)}
    .open{color:var(--open)}
    .plain{color:var(--plain)}
    article{border-top:1px solid var(--rule);padding:1.2rem 0 .6rem}
    h2+article{border-top:0;padding-top:0}
    .scroll{overflow-x:auto;margin:.6rem 0}
    table{border-collapse:collapse;font-size:.9rem}
    caption{text-align:left;color:var(--soft);padding:0 0 .5rem}
    th,td{text-align:left;padding:.34rem 1.1rem .34rem 0;border-bottom:1px solid var(--rule);
    vertical-align:baseline}
    .lines td,.lines th{padding-top:.16rem;padding-bottom:.16rem}
    th{font-weight:600}
    thead th{border-bottom:1.5px solid var(--ink);white-space:nowrap}
    .number{text-align:right;font-variant-numeric:tabular-nums}
    dl{margin:.4rem 0 .6rem}
    dl div{display:grid;grid-template-columns:6.6rem minmax(0,1fr);gap:0 1rem;padding:.16rem 0}
    dl div div{display:block;padding:0}
    dt{color:var(--soft);font-size:.85rem;padding-top:.12rem}
    dd{margin:0;overflow-wrap:break-word}
    dd p{margin:.1rem 0 .3rem}
    dd ul{margin:0;padding-left:1.1rem}
    dd li{margin:.1rem 0}
    .claim dl div{grid-template-columns:11rem minmax(0,1fr)}
    .claim dl div,.fact dl div{padding:.1rem 0}
    .kept{white-space:nowrap}
    .words p{font-size:.88rem;color:var(--soft)}
    blockquote{margin:.5rem 0;padding:0 0 0 .9rem;border-left:3px solid var(--rule)}
    blockquote p{margin:0;font-style:italic}
    blockquote .source{font-style:normal;color:var(--soft);font-size:.85rem}
    .brief{display:grid;grid-template-columns:11rem minmax(0,1fr);gap:0 1rem;
    border-top:1px solid var(--rule);padding:.35rem 0}
    .brief p{margin:.1rem 0;font-size:.9rem}
    .brief div p{color:var(--soft)}
    .spoken{position:absolute;width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%);
    white-space:nowrap}
    dd{position:relative}
    .said{list-style:none;padding:0}
    .pictures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,27rem),1fr));gap:1rem}
    figure{margin:.4rem 0;min-width:0}
    .picture{overflow-x:auto;border:1px solid var(--rule);border-radius:4px}
    .picture svg{display:block;width:100%;height:auto;min-width:25rem}
    figcaption{font-size:.85rem;color:var(--soft);padding-top:.3rem}

    """

  private static let formulas = """
    math{font-family:'Latin Modern Math','STIX Two Math','Cambria Math','TeX Gyre Termes Math',math;
    font-size:1.06em}
    math[display=block]{display:inline math}
    .formula{overflow-x:auto;overflow-y:hidden;padding:.25rem 0 .3rem;max-width:100%}
    .wide{display:inline-block;max-width:100%;overflow-x:auto;overflow-y:hidden;vertical-align:middle;
    padding:.1rem 0}
    mtd.r{text-align:right;padding-right:.1em}
    mtd.l{text-align:left}
    .raw{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.84em;color:var(--open)}
    .differs{background:var(--differs);border-bottom:3px solid var(--bad)}
    .mended{background:var(--mended);border-bottom:3px double var(--good)}
    mspace.differs{outline:1.5px dashed var(--bad);border:0}

    """

  private static let narrow = """
    @media (max-width:40rem){
    html{font-size:16px}
    body{padding:0 1rem 2rem}
    h1{font-size:1.4rem}
    h2{font-size:1.2rem;margin-top:2.4rem}
    dl div,.claim dl div,.brief{grid-template-columns:minmax(0,1fr)}
    dl div{padding:.3rem 0}
    th,td{padding-right:.5rem}
    thead th{white-space:normal;vertical-align:bottom}
    }

    """

  private static let dark = """
    @media screen and (prefers-color-scheme:dark){
    :root{--page:#14171b;--panel:#1c2026;--ink:#e4e8ec;--soft:#a6b0ba;--rule:#363d45;--link:#8cbef2;
    --good:#79cf92;--bad:#ff9a8f;--open:#e8b565;--plain:#aab8ff;--differs:#4d2220;--mended:#1d3f29;
    --focus:#8cbef2}
    }

    """

  /// On paper nothing scrolls: formulas are broken so as to fit.
  private static let paper = """
    @page{margin:16mm 15mm}
    @media print{
    html{font-size:9pt}
    body{max-width:none;padding:0}
    nav,.skip{display:none}
    a{color:inherit;text-decoration:none}
    h2{break-after:avoid;margin-top:1.6rem}
    h3,dt,caption,thead{break-after:avoid}
    .formula,figure,blockquote,.brief,tr,dl div{break-inside:avoid}
    .formula,.wide,.scroll,.picture,pre{overflow:visible}
    pre code{white-space:pre-wrap}
    math{font-size:.85em}
    .picture svg{min-width:0}
    .pictures{grid-template-columns:1fr 1fr}
    dl div{grid-template-columns:5rem minmax(0,1fr)}
    .brief{grid-template-columns:8rem minmax(0,1fr)}
    }

    """
}
