package a3dav

import (
	"context"
	"math/rand/v2"
	"time"
)

// Clock tells the time and waits. Tests bring their own.
type Clock interface {
	Now() time.Time
	// Sleep waits, and ends early with the error of a context that ends.
	Sleep(ctx context.Context, duration time.Duration) error
}

// Random gives numbers from 0 up to, and without, 1.
type Random interface{ Float64() float64 }

type systemClock struct{}

func (systemClock) Now() time.Time { return time.Now() }

func (systemClock) Sleep(ctx context.Context, duration time.Duration) error {
	timer := time.NewTimer(duration)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// systemRandom is the generator of the Go runtime, which is seeded by the system and safe to share.
type systemRandom struct{}

func (systemRandom) Float64() float64 { return rand.Float64() }

// hexDigits makes a key of 4 bits for each number.
func hexDigits(random Random, count int) string {
	digits := make([]byte, count)
	for i := range digits {
		digits[i] = "0123456789abcdef"[int(random.Float64()*16)]
	}
	return string(digits)
}
