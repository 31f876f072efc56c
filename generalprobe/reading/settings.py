"""What mkdocs.yml says that the checks must know."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
import yaml_env_tag

from generalprobe.format.wording import slugify
from generalprobe.reading.project import LOCAL_ADDRESS, SITE_ID, SITE_NAME, Settings
from generalprobe.reading.source import LOADER


def read_settings(root: Path) -> Settings:
    """What mkdocs.yml says of the site, environment variables resolved; nothing where it cannot be read."""
    try:
        text = (root / "mkdocs.yml").read_text(encoding="utf-8")
        settings = yaml.load(text, _SettingsLoader)
    except (OSError, ValueError, yaml.YAMLError):
        return Settings()
    if not isinstance(settings, dict):
        return Settings()
    extra = settings.get("extra")
    extra = extra if isinstance(extra, dict) else {}
    return Settings(
        text,
        site_url=str(settings.get("site_url") or LOCAL_ADDRESS),
        navigation=tuple(_targets(settings.get("nav"))),
        not_in_navigation=tuple(str(settings.get("not_in_nav") or "").split()),
        site_name=str(settings.get("site_name") or SITE_NAME),
        site_description=str(settings.get("site_description") or ""),
        language=_language(settings.get("theme")),
        site_id=slugify(str(extra.get("site_id") or "")) or SITE_ID,
        downloads=extra.get("downloads") is not False,
        offline=extra.get("offline") is not False,
    )


def _language(theme: Any) -> str:
    """That of the pages; a theme may be its name alone."""
    return str((isinstance(theme, dict) and theme.get("language")) or Settings.language)


def _targets(navigation: Any) -> Iterator[str]:
    """What the entries of a navigation lead to, whatever depth they stand at."""
    if isinstance(navigation, str):
        yield navigation
    elif isinstance(navigation, list | dict):
        for entry in navigation.values() if isinstance(navigation, dict) else navigation:
            yield from _targets(entry)


class _SettingsLoader(LOADER):  # type: ignore[misc, valid-type]
    """Reads mkdocs.yml: resolves !ENV, ignores the tags that only MkDocs understands."""


yaml_env_tag.add_env_tag(_SettingsLoader)
_SettingsLoader.add_multi_constructor("tag:yaml.org,2002:python/", lambda loader, suffix, node: None)
