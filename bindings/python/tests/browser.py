"""Chromium for tests of pages: the system's own, with its own driver; nothing is downloaded."""
# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import base64
import json
import os
import shutil
from pathlib import Path
from typing import Any, Iterator

import pytest

BROWSERS = ('chromium', 'chromium-browser', 'google-chrome')


def _axe() -> str:
    folder = Path(pytest.importorskip('axe_playwright_python').__file__ or '').parent
    return (folder / 'axe.min.js').read_text(encoding='utf-8')


class Browser:
    """A browser window without a screen, and what it fetched and said of the page it is on."""

    def __init__(self, driver: Any) -> None:
        self.driver = driver

    def open(self, path: Path, width: int = 1280, height: int = 900) -> None:
        """Open a file in a window of a width in pixels of the page."""
        self.driver.execute_cdp_cmd(
            'Emulation.setDeviceMetricsOverride',
            {'width': width, 'height': height, 'deviceScaleFactor': 1, 'mobile': width < 600},
        )
        self.fetched()
        self.said()
        self.driver.get(path.as_uri())

    def run(self, script: str, *given: Any) -> Any:
        """Run a script from outside of the page and return what it returns."""
        return self.driver.execute_script(script, *given)

    def unfold(self) -> None:
        """Open what is folded, so that it is looked at too."""
        self.run("document.querySelectorAll('details').forEach(one => one.open = true)")

    def fetched(self) -> list[str]:
        """Return the addresses that were asked for since the last call."""
        messages = [
            json.loads(one['message'])['message'] for one in self.driver.get_log('performance')
        ]
        return [
            one['params']['request']['url']
            for one in messages
            if one['method'] == 'Network.requestWillBeSent'
        ]

    def said(self) -> list[str]:
        """Return the messages of the console since the last call."""
        return [one['message'] for one in self.driver.get_log('browser')]

    def violations(self) -> list[str]:
        """Return what axe-core finds wrong: the rule, and where."""
        self.run(_axe())
        self.driver.set_script_timeout(120)
        found = self.driver.execute_async_script(
            'const done = arguments[0];'
            "axe.run(document, {resultTypes: ['violations']}).then(found => done(found.violations))"
        )
        return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one['nodes']]

    def pdf(self) -> bytes:
        """Print the page as a tagged document with an outline."""
        options = {
            'generateTaggedPDF': True,
            'generateDocumentOutline': True,
            'preferCSSPageSize': True,
        }
        return base64.b64decode(self.driver.execute_cdp_cmd('Page.printToPDF', options)['data'])

    def picture(self, path: Path) -> None:
        """Save a picture of the whole page."""
        options = {'captureBeyondViewport': True, 'format': 'png'}
        data = self.driver.execute_cdp_cmd('Page.captureScreenshot', options)['data']
        path.write_bytes(base64.b64decode(data))


def start(folder: Path) -> Iterator[Browser]:
    """Give a browser, and end it; skip in words where there is none."""
    webdriver = pytest.importorskip('selenium.webdriver', reason='Selenium is not installed')
    found = [path for name in BROWSERS if (path := shutil.which(name))]
    driver_path = shutil.which('chromedriver')
    if not found or driver_path is None:
        pytest.skip('Chromium or its driver is not installed')
    options = webdriver.ChromeOptions()
    options.binary_location = found[0]
    for option in (
        '--headless=new',
        '--hide-scrollbars',
        '--disable-dev-shm-usage',
        '--no-first-run',
    ):
        options.add_argument(option)
    options.add_argument(f'--user-data-dir={folder}')
    if os.geteuid() == 0:
        options.add_argument('--no-sandbox')
    options.set_capability('goog:loggingPrefs', {'performance': 'ALL', 'browser': 'ALL'})
    driver = webdriver.Chrome(
        options=options, service=webdriver.ChromeService(executable_path=driver_path)
    )
    try:
        yield Browser(driver)
    finally:
        driver.quit()
