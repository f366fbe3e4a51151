package edtf

// clock reads Thh:mm:ss with an optional offset (level 0, ISO 8601-1, 5.4).
func (r *reader) clock(c *Clock) *Error {
	r.i++ // T
	at := r.i
	var err *Error
	if c.Hour, err = r.sixty(24, "an hour"); err != nil {
		return err
	}
	if !r.accept(':') {
		return r.errorf(r.i, "a time of day is written hh:mm:ss")
	}
	if c.Minute, err = r.sixty(59, "a minute"); err != nil {
		return err
	}
	if !r.accept(':') {
		return r.errorf(r.i, "a time of day is written hh:mm:ss, with its seconds")
	}
	if c.Second, err = r.sixty(60, "a second"); err != nil {
		return err
	}
	if c.Hour == 24 && c.Minute+c.Second > 0 {
		return r.errorf(at, "the day ends at 24:00:00")
	}
	if c.Second == 60 && c.Minute != 59 {
		return r.errorf(at, "a leap second comes at the end of an hour")
	}
	c.Set = true
	return r.offset(c)
}

func (r *reader) offset(c *Clock) *Error {
	if r.accept('Z') {
		c.Zoned = true
		return nil
	}
	at := r.i
	sign := 1
	switch r.peek() {
	case '+':
	case '-':
		sign = -1
	default:
		return nil
	}
	r.i++
	h, err := r.sixty(14, "an hour of an offset")
	if err != nil {
		return err
	}
	m := 0
	if r.accept(':') {
		if m, err = r.sixty(59, "a minute"); err != nil {
			return err
		}
	}
	if sign < 0 && h+m == 0 {
		return r.errorf(at, "no offset is written Z")
	}
	c.Zoned, c.Offset = true, sign*(h*60+m)
	return nil
}

func (r *reader) sixty(limit int, what string) (int, *Error) {
	at := r.i
	v, mask, err := r.digits(2, what+" has two digits")
	if err != nil {
		return 0, err
	}
	if mask != 0 {
		return 0, r.errorf(at, "a time of day has no masked digits")
	}
	if v > limit {
		return 0, r.errorf(at, "%s goes up to %d", what, limit)
	}
	return v, nil
}
