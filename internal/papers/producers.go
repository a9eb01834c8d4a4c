package papers

import (
	"ocoprint/internal/ocop"
	"ocoprint/internal/viet"
)

// owner is one producer with the certificates it receives.
type owner struct {
	ocop.Producer
	Certificates []ocop.Certificate
}

// byProducer gathers certificates by producer, in the order of first
// appearance. Two producers of one name in two communes stay two; a commune
// that is not stated decides nothing.
func byProducer(certs []ocop.Certificate) []owner {
	var owners []owner
	byName := map[string][]int{}
	for _, c := range certs {
		name, place := viet.Key(c.Producer.Name), viet.Key(c.Producer.Commune)
		found := -1
		for _, i := range byName[name] {
			if other := viet.Key(owners[i].Commune); other == place || other == "" || place == "" {
				found = i
				break
			}
		}
		if found < 0 {
			found = len(owners)
			byName[name] = append(byName[name], found)
			owners = append(owners, owner{Producer: c.Producer})
		}
		owners[found].Certificates = append(owners[found].Certificates, c)
	}
	return owners
}

// person is who represents a producer: the first representative known.
func (in Input) person(o owner) Person {
	for _, c := range o.Certificates {
		if p := in.Persons[c.ID]; p != (Person{}) {
			return p
		}
	}
	return Person{}
}
