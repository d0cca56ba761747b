#!/usr/bin/env python3
"""Opens reports in headless Chromium and looks at them, with the standard library alone.

    look_at_report.py REDERIVE [FILE...]

Writes the report of every derivation (or of those named), reads it as XML, and asks the browser, at
desk and at telephone width, on a light and on a dark screen and on paper: no error and no request but
for the file itself, all formulas and pictures there and with a size, no scrolling sideways of the page,
all text in sufficient contrast, everything that scrolls in reach of the keyboard. Where no Chromium is
installed, the page is read as XML only, and that is said. With --pictures DIR, what was seen is kept.
"""

import base64
import collections
import json
import os
import pathlib
import select
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree

BROWSERS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
SVG = "{http://www.w3.org/2000/svg}"

# What the page looks like from inside.
LOOK = r"""(() => {
  const seen = {faults: []};
  const fault = text => { if (seen.faults.length < 20) seen.faults.push(text); };
  const name = e => e.tagName.toLowerCase() + (e.id ? '#' + e.id : '')
    + (e.className && e.className.baseVal === undefined ? '.' + e.className : '')
    + ' “' + (e.getAttribute('alttext') || e.textContent).trim().slice(0, 40) + '”';
  for (const d of document.querySelectorAll('details')) d.open = true;
  const count = tag => {
    const all = [...document.querySelectorAll(tag)];
    for (const e of all) {
      const box = e.getBoundingClientRect();
      if (!(box.width > 0 && box.height > 0)) fault('no size: ' + name(e));
    }
    return all.length;
  };
  seen.math = count('math');
  seen.svg = count('svg');
  for (const e of document.querySelectorAll('merror, parsererror')) fault('error: ' + name(e));
  seen.width = document.documentElement.scrollWidth;
  seen.room = document.documentElement.clientWidth;
  if (seen.width > seen.room) {
    for (const e of document.querySelectorAll('body *')) {
      if (e.closest('svg, math') && !e.matches('svg, math')) continue;
      let inside = false;
      for (let p = e.parentElement; p; p = p.parentElement)
        if (getComputedStyle(p).overflowX !== 'visible') { inside = true; break; }
      if (!inside && e.getBoundingClientRect().right > seen.room + 0.5)
        fault('too wide: ' + name(e) + ' ' + e.getBoundingClientRect().right);
    }
  }
  for (const e of document.querySelectorAll('body *')) {
    const style = getComputedStyle(e);
    const scrolls = (style.overflowX === 'auto' || style.overflowX === 'scroll')
      && e.scrollWidth > e.clientWidth + 1;
    if (scrolls && !(e.tabIndex >= 0 && e.getAttribute('aria-label')))
      fault('scrolls, but not for the keyboard: ' + name(e));
  }
  const channels = color => {
    const parts = color.match(/[\d.]+/g).map(Number);
    return {rgb: parts.slice(0, 3), alpha: parts.length > 3 ? parts[3] : 1};
  };
  const luminance = rgb => rgb.map(c => c / 255)
    .map(c => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = e => {
    for (let p = e; p; p = p.parentElement) {
      const color = channels(getComputedStyle(p).backgroundColor);
      if (color.alpha === 1) return color.rgb;
    }
    return [255, 255, 255];
  };
  seen.contrast = 21;
  for (const e of document.querySelectorAll('body, body *')) {
    if (e.closest('svg')) continue;
    const hasText = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
    if (!hasText) continue;
    const pair = [channels(getComputedStyle(e).color).rgb, ground(e)].map(luminance);
    const ratio = (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
    seen.contrast = Math.min(seen.contrast, ratio);
    if (ratio < 4.5) fault('contrast ' + ratio.toFixed(2) + ': ' + name(e));
  }
  seen.height = document.documentElement.scrollHeight;
  return seen;
})()"""


class Browser:
    """Chromium behind a pair of pipes: commands and answers are JSON, each ended by a zero byte."""

    def __init__(self, program, folder):
        to_browser, self.out = os.pipe()
        self.input, from_browser = os.pipe()

        def connect():
            # The browser reads commands from 3 and answers on 4.
            for descriptor in (to_browser, from_browser):
                os.set_inheritable(descriptor, True)
            kept = os.dup(from_browser)
            os.dup2(to_browser, 3)
            os.dup2(kept, 4)

        arguments = [
            program, "--headless=new", "--no-first-run", "--disable-gpu", "--hide-scrollbars",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-dev-shm-usage", f"--user-data-dir={folder}", "--remote-debugging-pipe",
        ]
        # Chromium refuses its sandbox to root.
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            arguments.append("--no-sandbox")
        self.process = subprocess.Popen(
            arguments + ["about:blank"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, close_fds=False, preexec_fn=connect)
        os.close(to_browser)
        os.close(from_browser)
        self.buffer = b""
        self.number = 0
        self.events = []
        self.session = None
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.ask(f"{domain}.enable")

    def read(self, seconds):
        """The next message; None after so many seconds of silence."""
        while b"\0" not in self.buffer:
            ready, _, _ = select.select([self.input], [], [], seconds)
            if not ready:
                return None
            piece = os.read(self.input, 1 << 20)
            if not piece:
                raise SystemExit("the browser ended")
            self.buffer += piece
        message, _, self.buffer = self.buffer.partition(b"\0")
        return json.loads(message)

    def ask(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.out, data):]
        end = time.monotonic() + 120
        while time.monotonic() < end:
            answer = self.read(120)
            if answer is None:
                break
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise SystemExit(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)
        raise SystemExit(f"{method}: no answer in two minutes")

    def open(self, path):
        """Loads a file; the events up to its end."""
        self.events = []
        self.ask("Page.navigate", url=path.resolve().as_uri())
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            event = self.read(60)
            if event is None:
                raise SystemExit(f"{path}: not loaded in a minute")
            self.events.append(event)
        self.look("1")
        return self.events

    def screen(self, width, scheme, media="screen"):
        self.ask(
            "Emulation.setDeviceMetricsOverride", width=width, height=844, deviceScaleFactor=1,
            mobile=False)
        self.ask(
            "Emulation.setEmulatedMedia", media=media,
            features=[{"name": "prefers-color-scheme", "value": scheme}])

    def look(self, expression):
        result = self.ask("Runtime.evaluate", expression=expression, returnByValue=True)
        if "exceptionDetails" in result:
            raise SystemExit(json.dumps(result["exceptionDetails"]))
        return result["result"].get("value")

    def picture(self, path, top=0, height=None, width=1280):
        clip = {"x": 0, "y": top, "width": width, "height": height or 900, "scale": 1}
        data = self.ask(
            "Page.captureScreenshot", format="png", clip=clip, captureBeyondViewport=True)
        path.write_bytes(base64.b64decode(data["data"]))

    def close(self):
        self.session = None
        try:
            self.ask("Browser.close")
        except (SystemExit, OSError):
            self.process.terminate()
        self.process.wait(timeout=30)


def faults_of_markup(path):
    """What is wrong with the page as XML, and the numbers of its formulas and pictures."""
    root = ElementTree.parse(path).getroot()
    faults = []
    parents = {child: parent for parent in root.iter() for child in parent}
    identifiers = collections.Counter(e.get("id") for e in root.iter() if e.get("id"))
    faults += [f"id {name} stands {count} times" for name, count in identifiers.items() if count > 1]
    for element in root.iter():
        for name, value in element.attrib.items():
            if name.endswith("href"):
                if not value.startswith("#"):
                    faults.append(f"a link leaves the page: {value}")
                elif value[1:] not in identifiers:
                    faults.append(f"a link leads nowhere: {value}")
            for word in value.split():
                if name.startswith("aria-labelledby") and word not in identifiers:
                    faults.append(f"no name: {word}")
            if name.startswith("on") or name == "src":
                faults.append(f"not allowed: {name}={value}")
        if element.tag in ("script", "link", "img", "iframe", "object", "merror"):
            faults.append(f"not allowed: <{element.tag}>")
        if element.tag == "math" and not element.get("alttext"):
            faults.append("a formula without its LaTeX")
        if element.tag == SVG + "svg" and element.find(SVG + "title") is None:
            faults.append("a picture without a title")
        if element.tag == "table" and element.find("caption") is None:
            faults.append("a table without a caption")
        if element.tag == "th" and element.get("scope") not in ("row", "col"):
            faults.append("a heading of a table without its scope")
        if element.tag == "a" and any(p.tag == "a" for p in ancestors(element, parents)):
            faults.append("a link in a link")
    level = 0
    for element in root.iter():
        if element.tag in ("h1", "h2", "h3", "h4"):
            here = int(element.tag[1])
            if here > level + 1:
                faults.append(f"h{here} behind h{level}")
            level = here
    if not (root.get("lang") and root.findtext("head/title")):
        faults.append("no language or no title")
    math = sum(e.tag == "math" for e in root.iter())
    svg = sum(e.tag == SVG + "svg" for e in root.iter())
    return faults, math, svg


def ancestors(element, parents):
    while element in parents:
        element = parents[element]
        yield element


def faults_of_events(events, path):
    faults = []
    own = path.resolve().as_uri()
    for event in events:
        method, parameters = event.get("method"), event.get("params", {})
        if method in ("Runtime.exceptionThrown", "Runtime.consoleAPICalled"):
            faults.append(f"{method}: {json.dumps(parameters)[:300]}")
        elif method == "Log.entryAdded":
            faults.append(f"console: {parameters['entry']['text']}")
        elif method == "Network.requestWillBeSent":
            address = parameters["request"]["url"]
            if address.split("#")[0] != own:
                faults.append(f"a request to {address}")
    return faults


def look_at(browser, path, math, svg, pictures):
    faults = faults_of_events(browser.open(path), path)
    least = 21
    # The width of A4 without its margins is that of the last.
    for width, scheme, media in (
        (1280, "light", "screen"), (1280, "dark", "screen"), (390, "light", "screen"),
        (390, "dark", "screen"), (680, "light", "print"),
    ):
        browser.screen(width, scheme, media)
        seen = browser.look(LOOK)
        where = f"{width} px, {scheme}, {media}"
        faults += [f"{where}: {fault}" for fault in seen["faults"]]
        if (seen["math"], seen["svg"]) != (math, svg):
            faults.append(f"{where}: {seen['math']} formulas of {math}, {seen['svg']} pictures of {svg}")
        if seen["width"] > width:
            faults.append(f"{where}: the page is {seen['width']} px wide")
        least = min(least, seen["contrast"])
        if pictures:
            for part in range(min(40, seen["height"] // 2400 + 1)):
                name = f"{path.stem}-{media}-{width}-{scheme}-{part:02}.png"
                browser.picture(pictures / name, part * 2400, 2400, width)
    browser.screen(1280, "light", "")
    browser.ask("Emulation.clearDeviceMetricsOverride")
    # Closed again, as a reader prints it.
    browser.open(path)
    paper = base64.b64decode(
        browser.ask("Page.printToPDF", preferCSSPageSize=True, printBackground=False)["data"])
    if not paper.startswith(b"%PDF-"):
        faults.append("it does not print")
    if pictures:
        (pictures / f"{path.stem}.pdf").write_bytes(paper)
    faults += faults_of_events(browser.events, path)
    print(
        f"{path.name}: {path.stat().st_size} bytes, {math} formulas, {svg} pictures, least contrast"
        f" {least:.2f}, {len(paper)} bytes on paper")
    return faults


def main():
    words = sys.argv[1:]
    pictures = None
    if "--pictures" in words:
        place = words.index("--pictures")
        pictures = pathlib.Path(words[place + 1])
        pictures.mkdir(parents=True, exist_ok=True)
        del words[place:place + 2]
    if not words:
        raise SystemExit(__doc__)
    program = words[0]
    files = words[1:] or [
        str(path) for path in sorted(pathlib.Path("derivations").glob("*.md"))
        if path.name != "README.md"
    ]
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not found:
        print("no Chromium here: the pages are read as XML only")
    failed = False
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        browser = Browser(found, f"{folder}/profile") if found else None
        for file in files:
            path = pathlib.Path(folder) / (pathlib.Path(file).stem + ".html")
            status = subprocess.run(
                [program, "report", "--out", str(path), file], stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE, text=True)
            if status.returncode not in (0, 1, 2):
                raise SystemExit(f"{file}: status {status.returncode}\n{status.stderr}")
            faults, math, svg = faults_of_markup(path)
            if browser:
                faults += look_at(browser, path, math, svg, pictures)
            else:
                print(f"{path.name}: {path.stat().st_size} bytes, {math} formulas, {svg} pictures")
            for fault in faults:
                failed = True
                print(f"  {fault}")
        if browser:
            browser.close()
    if failed:
        raise SystemExit("a report is not as it should be")


main()
