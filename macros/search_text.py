"""What the search takes of a page's HTML: the same words in a fraction of the tags.

The theme's search plugin reads every tag of a page in Python, which is the largest part of a build. It keeps headings,
paragraphs, lists and code without attributes, and drops the rest; here that is done beforehand, and much faster. What
stands apart on the page stays apart: the plugin would join the last word of a cell to the first of the next.
"""

from __future__ import annotations

import re

_EXCLUDED = re.compile(r"<(nav|div|p|details|span)\b[^>]*\sdata-search-exclude[\s>].*?</\1>", re.DOTALL)
_PERMALINK = re.compile(r'<a class="headerlink".*?</a>')
_DROPPED = re.compile(r"<(?!/?(?:p|code|pre|li|ol|ul|sub|sup|h[1-6])\b)[^>]*>")
_WITHIN_WORDS = re.compile(r"</?(?:a|abbr|b|cite|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|strong|time|u|var|wbr)\b")
_OF_CODE = re.compile(r"<pre\b.*?</pre>|<code\b.*?</code>", re.DOTALL)
_APART = "\0"
_NEEDLESS = re.compile(r"(?<=[(„‚\s>])\0+|\0+(?=[).,;:!?“‘\s<])|^\0+|\0+$")
_HEADING_ENDS = re.compile(r"(</h[1-6]>)(?=\S)")
_ATTRIBUTES = re.compile(r"<(p|code|pre|li|ol|ul|sub|sup)\s[^>]*>")


def search_text(html: str) -> str:
    """Reduce a generated page to what the search keeps of it.

    Made for our own templates: values of attributes hold no `>`, and what is excluded holds no element of its own kind.
    """
    html = _EXCLUDED.sub("", html)
    html = _PERMALINK.sub("", html)
    html = _OF_CODE.sub(lambda code: _DROPPED.sub("", code[0]), html)
    html = _DROPPED.sub(lambda tag: "" if _WITHIN_WORDS.match(tag[0]) else _APART, html)
    html = re.sub(f"{_APART}+", " ", _NEEDLESS.sub("", html))
    html = _HEADING_ENDS.sub(r"\1 ", html)  # The plugin drops those that lead nowhere.
    return _ATTRIBUTES.sub(r"<\1>", html)
