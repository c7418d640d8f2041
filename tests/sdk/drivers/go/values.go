package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	a3dav "github.com/a3dav/a3dav-go"
)

func verified(given object) (any, error) {
	header := http.Header{}
	for name, value := range given["headers"].(object) {
		header.Set(name, text(value))
	}
	now := must(strconv.ParseInt(fmt.Sprint(given["now"]), 10, 64))
	body := []byte(text(given["body"]))
	found, err := a3dav.OpenWebhook(header, body, texts(given["secrets"]), a3dav.WebhookTime(time.Unix(now, 0)))
	if err != nil {
		return nil, err
	}
	if found.Payload == nil {
		return free(found.Raw), nil
	}
	return resent(found.Payload), nil
}

func texts(value any) []string {
	list, _ := value.([]any)
	found := make([]string, len(list))
	for i, one := range list {
		found[i] = text(one)
	}
	return found
}

func text(value any) string {
	found, _ := value.(string)
	return found
}

func orNull(text string) any {
	if text == "" {
		return nil
	}
	return text
}

func free(raw []byte) any {
	var found any
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	check(decoder.Decode(&found))
	return found
}

func at(value any, pointer string) any {
	for _, part := range strings.Split(pointer, "/")[1:] {
		switch held := value.(type) {
		case object:
			value = held[part]
		case []any:
			value = held[place(part, len(held))]
		case []string:
			value = held[place(part, len(held))]
		}
	}
	return value
}

// place is an index; -1 is that of the last.
func place(part string, length int) int {
	found := must(strconv.Atoi(part))
	if found < 0 {
		return found + length
	}
	return found
}

func must[T any](value T, err error) T {
	check(err)
	return value
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}
