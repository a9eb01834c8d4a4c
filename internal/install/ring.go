package install

// ring refuses a drawing that holds itself, or parts nested so deep that a
// printer gives up: viewers know to stop, printers may not.
func (n *normal) ring() error {
	const (
		unseen = iota
		open
		done
	)
	state, height := map[int]int{}, map[int]int{}
	var walk func(id, depth int) error
	walk = func(id, depth int) error {
		if state[id] == open {
			return PDFUnsafe.With("what", "hình lồng trong chính nó").Err()
		}
		if depth > maxDepth {
			return PDFUnsafe.With("what", "hình lồng nhau quá nhiều tầng").Err()
		}
		if state[id] == done {
			if depth+height[id] > maxDepth {
				return PDFUnsafe.With("what", "hình lồng nhau quá nhiều tầng").Err()
			}
			return nil
		}
		state[id] = open
		for _, to := range n.leads[id] {
			if err := walk(to, depth+1); err != nil {
				return err
			}
			height[id] = max(height[id], height[to]+1)
		}
		state[id] = done
		return nil
	}
	return walk(0, 0)
}
