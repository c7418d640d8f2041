package a3dav

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"strings"
	"testing"
	"testing/iotest"
	"time"
)

func listed(c *core) iter.Seq2[*named, error] {
	r := newRequest("things.list", "GET", "/things", safe)
	r.inQuery("limit", 2, style{"form", true})
	return items(pages[*named](context.Background(), c, r, pageRule{"cursor", "items", "next"}, nil))
}

func TestPagesAreAskedForWhenTheyAreWanted(t *testing.T) {
	server := script(t, says(200, `{"items": [{"name": "a"}, {"name": "b"}], "next": "c&1"}`), says(200, `{"items": [{"name": "c"}], "next": null}`))
	core, _ := client(t, server)
	names := ""
	for thing, err := range listed(core) {
		equal(t, err, nil)
		names += thing.Name + fmt.Sprint(server.count()) + " "
	}
	equal(t, names, "a1 b1 c2 ")
	equal(t, server.seen[1].target, "/things?limit=2&cursor=c%261")
}

func TestACursorThatComesAgainEndsTheList(t *testing.T) {
	server := script(t, says(200, `{"items": [{"name": "a"}], "next": "same"}`))
	core, _ := client(t, server)
	var last error
	for _, err := range listed(core) {
		last = err
	}
	equal(t, errors.Is(last, ErrDecode), true)
	equal(t, server.count(), 2)
}

func TestAListCanBeLeft(t *testing.T) {
	server := script(t, says(200, `{"items": [{"name": "a"}], "next": "more"}`))
	core, _ := client(t, server)
	for range listed(core) {
		break
	}
	equal(t, server.count(), 1)
}

func framesOf(source io.Reader) string {
	found := newFrames(source, 1000)
	told := ""
	for {
		one, err := found.next()
		if err != nil {
			return told
		}
		told += fmt.Sprintf("%s %s %q|", one.id, one.kind, one.data)
	}
}

func TestEventsAreReadAsTheStandardSays(t *testing.T) {
	for text, wanted := range map[string]string{
		"data: a\n\n":                                 ` message "a"|`,
		"data: a\r\ndata:b\r\n\r\n":                   ` message "a\nb"|`,
		"data: a\rdata:  b\r\r":                       ` message "a\n b"|`,
		"\ufeffdata: a\n\n":                           ` message "a"|`,
		": comment\ndata: a\n\n":                      ` message "a"|`,
		"event: change\nid: 1\ndata: a\n\n":           `1 change "a"|`,
		"id: 1\ndata: a\n\ndata: b\n\n":               `1 message "a"|1 message "b"|`,
		"id: 1\x00\ndata: a\n\n":                      ` message "a"|`,
		"id: 7\n\nevent: lost\n\ndata: a\n\n":         `7 message "a"|`,
		"data\n\n":                                    ` message ""|`,
		"data: a\n":                                   "",
		"data: a\n\ndata: b":                          ` message "a"|`,
		"unknown: a\ndata: b\n\n":                     ` message "b"|`,
		"data: \u00e9\u20ac\n\n":                      ` message "é€"|`,
		"data: " + strings.Repeat("a", 2000) + "\n\n": "",
	} {
		equal(t, framesOf(strings.NewReader(text)), wanted)
		equal(t, framesOf(iotest.OneByteReader(strings.NewReader(text))), wanted)
	}
}

const eventStream = "Content-Type: text/event-stream"

func events(c *core, options ...CallOption) iter.Seq2[StreamEvent[named], error] {
	r := newRequest("things.stream", "GET", "/stream", safe).accept("text/event-stream")
	return follow[named](context.Background(), c, r, options)
}

func TestAStreamGoesOnBehindItsEnd(t *testing.T) {
	server := script(t,
		says(200, eventStream, "id: 1\ndata: {\"name\": \"a\"}\n\n"), says(503), hangUp,
		says(200, eventStream, "id: 2\ndata: {\"name\": \"b\"}\n\n"), says(204))
	core, clock := client(t, server)
	told := ""
	for event, err := range events(core) {
		equal(t, err, nil)
		told += event.ID + event.Data.Name + " "
	}
	equal(t, told, "1a 2b ")
	equal(t, server.seen[0].header.Get("Last-Event-Id"), "")
	equal(t, server.seen[3].header.Get("Last-Event-Id"), "1")
	equal(t, server.seen[4].header.Get("Last-Event-Id"), "2")
	equal(t, fmt.Sprint(clock.sleeps), "[375ms 750ms 1.5s 375ms]")
}

func TestAStreamThatIsRefusedEnds(t *testing.T) {
	server := script(t, says(403))
	core, _ := client(t, server)
	var last error
	for _, err := range events(core) {
		last = err
	}
	equal(t, errors.Is(last, ErrForbidden), true)
	equal(t, server.count(), 1)
}

func TestAnswersThatAreNoStreamAreAnError(t *testing.T) {
	core, _ := client(t, script(t, says(200, "Content-Type: text/html", "<p>")))
	for _, err := range events(core) {
		equal(t, errors.Is(err, ErrStream), true)
	}
}

func TestAnEventThatIsNoJSONIsAnError(t *testing.T) {
	core, _ := client(t, script(t, says(200, eventStream, "data: {\n\n")))
	for _, err := range events(core) {
		equal(t, errors.Is(err, ErrStream), true)
	}
}

func TestASilentStreamIsAskedForAgain(t *testing.T) {
	silent := func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/event-stream")
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	}
	server := script(t, silent, says(200, eventStream, "data: {\"name\": \"a\"}\n\n"))
	core, _ := client(t, server, WithTimeout(50*time.Millisecond))
	for event, err := range events(core) {
		equal(t, err, nil)
		equal(t, event.Data.Name, "a")
		break
	}
	equal(t, server.count(), 2)
}

func TestAStreamEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	server := script(t, func(w http.ResponseWriter, r *http.Request) {
		says(200, eventStream, "data: {\"name\": \"a\"}\n\n")(w, r)
		w.(http.Flusher).Flush()
		<-r.Context().Done()
	})
	core, _ := client(t, server)
	var last error
	for _, err := range follow[named](ctx, core, newRequest("things.stream", "GET", "/stream", safe), nil) {
		cancel()
		last = err
	}
	equal(t, errors.Is(last, ErrCancelled), true)
}

func TestAnEventOfAnotherTypeStaysAsItCame(t *testing.T) {
	core, _ := client(t, script(t, says(200, eventStream, "event: reset\ndata: {\"reason\": 1.0}\n\n"), says(204)))
	for event, err := range events(core) {
		equal(t, err, nil)
		equal(t, event.Type, "reset")
		equal(t, string(event.Unknown), `{"reason": 1.0}`)
	}
}
