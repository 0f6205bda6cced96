"""Reads calendars with PyPI's icalendar: `python tests/tools/reminders.py FILE...`

Each component must parse without an entry in `errors` and have every property that the library knows to be required.
First it makes sure that the library still judges: a file without its required properties must be found out.
"""

import sys

from icalendar import Calendar

BAD = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:soon\r\nSUMMARY:x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"


def faults(data):
    found = []
    for part in Calendar.from_ical(data).walk():
        found += [f"{part.name}: {error}" for error in part.errors]
        found += [f"{part.name}: {name} is missing" for name in part.required if name not in part]
    return found


def main(files):
    missing = " ".join(faults(BAD))
    if not all(name in missing for name in ("UID", "DTSTAMP", "PRODID", "VERSION", "DTSTART")):
        print(f"icalendar no longer finds what is missing, only: {missing}")
        return 2
    wrong = 0
    for name in files:
        with open(name, "rb") as file:
            data = file.read()
        found = faults(data)
        events = Calendar.from_ical(data).walk("VEVENT")
        print(f"{name}: {len(events)} events, {len(found)} faults", *found, sep="\n  ")
        wrong += len(found) + (not events)
    return 1 if wrong else 0


sys.exit(main(sys.argv[1:]))
