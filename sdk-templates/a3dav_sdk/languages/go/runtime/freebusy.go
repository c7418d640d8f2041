package a3dav

import (
	"context"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// BusyTime is a time in which somebody is not free.
type BusyTime struct {
	Start time.Time
	End   time.Time
	// Type is BUSY, BUSY-TENTATIVE, BUSY-UNAVAILABLE, or what else the server says.
	Type string
}

const basicUTC = "20060102T150405Z"

// BusyTimes is the calendar with VFREEBUSY that a server gives.
type BusyTimes struct{ Text string }

// FreeBusy asks when the owner of a calendar is busy (RFC 4791 §7.10).
func (d *DAV) FreeBusy(
	ctx context.Context, calendar string, from, to time.Time, options ...CallOption,
) (*BusyTimes, error) {
	span := Element(caldav("time-range"), "")
	span.Attributes = []XMLAttribute{
		{XMLName{"", "start"}, from.UTC().Format(basicUTC)}, {XMLName{"", "end"}, to.UTC().Format(basicUTC)},
	}
	r, err := d.requestXML("REPORT", calendar, Element(caldav("free-busy-query"), "", span))
	if err != nil {
		return nil, err
	}
	r.accept("text/calendar").header.Set("Depth", string(Depth1))
	found, err := fetchText(ctx, d.core, r, options)
	if err != nil {
		return nil, err
	}
	return &BusyTimes{found.Text}, nil
}

var fold = regexp.MustCompile(`\r?\n[ \t]`)

// Periods are those of its lines FREEBUSY.
func (b *BusyTimes) Periods() ([]BusyTime, error) {
	var found []BusyTime
	for _, line := range strings.Split(fold.ReplaceAllString(b.Text, ""), "\n") {
		head, values, _ := strings.Cut(strings.TrimSuffix(line, "\r"), ":")
		name, parameters, _ := strings.Cut(head, ";")
		if !strings.EqualFold(name, "FREEBUSY") {
			continue
		}
		for _, value := range strings.Split(values, ",") {
			period, err := readPeriod(value)
			if err != nil {
				return nil, err
			}
			period.Type = busyType(parameters)
			found = append(found, period)
		}
	}
	return found, nil
}

func busyType(parameters string) string {
	for _, parameter := range strings.Split(parameters, ";") {
		if name, value, _ := strings.Cut(parameter, "="); strings.EqualFold(name, "FBTYPE") {
			return strings.ToUpper(strings.Trim(value, `"`))
		}
	}
	return "BUSY"
}

// readPeriod reads a start with an end or a duration (RFC 5545 §3.3.9).
func readPeriod(text string) (BusyTime, error) {
	first, second, _ := strings.Cut(text, "/")
	start, err := time.Parse(basicUTC, first)
	if err != nil {
		return BusyTime{}, err
	}
	if length, is := readDuration(second); is {
		return BusyTime{Start: start, End: start.Add(length)}, nil
	}
	end, err := time.Parse(basicUTC, second)
	return BusyTime{Start: start, End: end}, err
}

var durations = regexp.MustCompile(`^\+?P(?:(\d{1,5})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?$`)

func readDuration(text string) (time.Duration, bool) {
	found := durations.FindStringSubmatch(text)
	if found == nil {
		return 0, false
	}
	var length time.Duration
	for i, unit := range []time.Duration{7 * 24 * time.Hour, 24 * time.Hour, time.Hour, time.Minute, time.Second} {
		count, _ := strconv.Atoi(found[i+1]) // an absent part counts as none
		length += time.Duration(count) * unit
	}
	return length, true
}
