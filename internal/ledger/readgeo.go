package ledger

import (
	"math"
	"strconv"

	"fasti/internal/diag"
)

// geo reads geo: [latitude, longitude], in degrees, as maps write a point.
func (r *reader) geo() *Geo {
	n := r.f.Get("geo")
	if n == nil {
		return nil
	}
	var at [2]float64
	ok := len(n.Content) == 2
	for i, most := range []float64{90, 180} {
		if !ok {
			break
		}
		v, err := strconv.ParseFloat(n.Content[i].Value, 64)
		ok = err == nil && math.Abs(v) <= most // not a number is not within
		at[i] = v
	}
	if !ok {
		r.fault(n, diag.BadValue, "geo: is no point", "write latitude and longitude in degrees: geo: [30.04, 31.24]")
		return nil
	}
	return &Geo{Lat: at[0], Lon: at[1]}
}
