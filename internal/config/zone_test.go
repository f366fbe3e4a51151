package config_test

import (
	"testing"

	"fasti/internal/config"
)

// The zone is read, and one that does not exist is an error with its place.
func TestZone(t *testing.T) {
	c, err := config.Parse("hugo.yaml", []byte("params:\n  fasti:\n    zone: Europe/Berlin\n"))
	if err != nil || c.Fasti.Zone != "Europe/Berlin" {
		t.Fatalf("%+v, %v", c, err)
	}
	for _, zone := range []string{"Europe/Nowhere", `""`, "Local", "[a]"} {
		if _, err := config.Parse("hugo.yaml", []byte("params:\n  fasti:\n    zone: "+zone+"\n")); err == nil {
			t.Errorf("%s is taken", zone)
		}
	}
}
