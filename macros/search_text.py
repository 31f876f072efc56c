"""What the search takes of a page's HTML: the same words in a fraction of the tags.

The theme's search plugin reads every tag of a page in Python, which is the largest part of a build. It keeps headings,
paragraphs, lists and code without attributes, and drops the rest; here that is done beforehand, and much faster.
"""

from __future__ import annotations

import re

_EXCLUDED = re.compile(r"<(nav|div|p|details|span)\b[^>]*\sdata-search-exclude[\s>].*?</\1>", re.DOTALL)
_PERMALINK = re.compile(r'<a class="headerlink".*?</a>')
_DROPPED = re.compile(r"<(?!/?(?:p|code|pre|li|ol|ul|sub|sup|h[1-6])\b)[^>]*>")
_ATTRIBUTES = re.compile(r"<(p|code|pre|li|ol|ul|sub|sup)\s[^>]*>")


def search_text(html: str) -> str:
    """Reduce a generated page to what the search keeps of it.

    Made for our own templates: values of attributes hold no `>`, and what is excluded holds no element of its own kind.
    """
    html = _EXCLUDED.sub("", html)
    html = _PERMALINK.sub("", html)
    html = _DROPPED.sub("", html)
    return _ATTRIBUTES.sub(r"<\1>", html)
