package a3dav

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"
	"time"
)

// frame is one event of text/event-stream.
type frame struct {
	id   string
	kind string
	data string
}

// frames reads text/event-stream as the HTML standard says (§9.2.6), however it is cut into pieces.
type frames struct {
	source *bufio.Reader
	most   int64
	begun  bool
	afterR bool
	// id is the one of the last event that was ended, heard the one of the event that is being read.
	id    string
	heard string
	retry time.Duration
}

var errLargeEvent = errors.New("an event is larger than WithLargestBody allows")

func newFrames(source io.Reader, most int64) *frames {
	return &frames{source: bufio.NewReader(source), most: most}
}

// next returns the next event that has data.
func (f *frames) next() (frame, error) {
	var made frame
	var data []string
	var size int64
	for {
		line, err := f.line(f.most - size)
		if err != nil {
			return frame{}, err
		}
		size += int64(len(line))
		if line != "" {
			data = f.field(line, &made, data)
			continue
		}
		f.id = f.heard
		if data != nil {
			made.id, made.data = f.id, strings.Join(data, "\n")
			if made.kind == "" {
				made.kind = "message"
			}
			return made, nil
		}
		made, size = frame{}, 0
	}
}

func (f *frames) field(line string, made *frame, data []string) []string {
	name, value, _ := strings.Cut(line, ":")
	value = strings.TrimPrefix(value, " ")
	switch name {
	case "data":
		return append(data, value)
	case "event":
		made.kind = value
	case "id":
		if !strings.Contains(value, "\x00") {
			f.heard = value
		}
	case "retry":
		if strings.Trim(value, "0123456789") == "" {
			if milliseconds, err := strconv.ParseInt(value, 10, 32); err == nil {
				f.retry = time.Duration(milliseconds) * time.Millisecond
			}
		}
	}
	return data
}

// line ends at CR, LF or both. It does not wait behind a CR for the LF that may follow.
func (f *frames) line(most int64) (string, error) {
	var line bytes.Buffer
	for {
		next, err := f.source.ReadByte()
		if err != nil {
			return "", err
		}
		afterR := f.afterR
		f.afterR = next == '\r'
		if next == '\n' && afterR {
			continue
		}
		if next == '\r' || next == '\n' {
			return f.text(line.String()), nil
		}
		if int64(line.Len()) >= most {
			return "", errLargeEvent
		}
		line.WriteByte(next)
	}
}

// text is a line without the mark of byte order that may begin the stream.
func (f *frames) text(line string) string {
	if !f.begun {
		line = strings.TrimPrefix(line, "\ufeff")
	}
	f.begun = true
	return strings.ToValidUTF8(line, "\ufffd")
}
