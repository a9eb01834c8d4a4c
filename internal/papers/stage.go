package papers

import (
	"ocoprint/internal/ocop"
)

// turn is one round on stage (lượt): a handful of producers and who hands over.
type turn struct {
	no        int
	owners    []owner
	presenter string
}

// certificates of the round, in order.
func (t turn) certificates() (all []ocop.Certificate) {
	for _, o := range t.owners {
		all = append(all, o.Certificates...)
	}
	return all
}

// stageSize is how many producers stand on stage at once when the plan says
// nothing.
const stageSize = 5

// stage divides the producers into even rounds: seven producers at five a round
// come as four and three, so that nobody stands alone.
func stage(in Input) []turn {
	owners := byProducer(in.Certificates)
	size := in.Settings.Conference.StageSize
	if size <= 0 {
		size = stageSize
	}
	rounds := (len(owners) + size - 1) / size
	turns := make([]turn, rounds)
	for i := range turns {
		from, to := len(owners)*i/rounds, len(owners)*(i+1)/rounds
		turns[i] = turn{no: i + 1, owners: owners[from:to]}
		if p := in.Settings.Conference.Presenters; len(p) > 0 {
			turns[i].presenter = p[i%len(p)]
		}
	}
	return turns
}
