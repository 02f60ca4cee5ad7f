package batch

// heldFile is a file that is whole and has still to appear.
type heldFile struct{ part, name string }

// hold keeps files that are whole out of sight until release, so that all of them
// appear or none.
func (f *Folder) hold() { f.holding = true }

// place lets a file appear, or keeps it for later.
func (f *Folder) place(part, name string) error {
	if !f.holding {
		return f.appear(part, name)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.held = append(f.held, heldFile{part, name})
	return nil
}

// release lets all files appear that are held.
func (f *Folder) release() error {
	for i, h := range f.held {
		if err := f.appear(h.part, h.name); err != nil {
			f.held = f.held[i:]
			return inOutput(h.name, err)
		}
	}
	f.held, f.holding = nil, false
	return nil
}

// drop gives up what is held. After release there is nothing.
func (f *Folder) drop() {
	for _, h := range f.held {
		_ = f.root.Remove(h.part)
	}
	f.held = nil
}
