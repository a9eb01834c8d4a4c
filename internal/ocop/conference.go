package ocop

// Conference is the award conference (hội nghị công bố, trao giấy chứng nhận)
// as its plan describes it.
type Conference struct {
	Title      string         `json:"title" toml:"title"`             // Hội nghị công bố Quyết định, trao Giấy chứng nhận …
	PlanNumber string         `json:"plan_number" toml:"plan_number"` // 4021/KH-UBND
	PlanDate   Date           `json:"plan_date" toml:"plan_date"`
	Date       Date           `json:"date" toml:"date"`
	Time       string         `json:"time" toml:"time"` // "08 giờ 00 phút"
	Room       string         `json:"room" toml:"room"`
	Place      string         `json:"place" toml:"place"`
	Chair      string         `json:"chair" toml:"chair"` // chủ trì, for the invitations
	Announces  []Announcement `json:"announces" toml:"announces"`
	Programme  []string       `json:"programme,omitempty" toml:"programme"` // further items, in order
	Groups     []GuestGroup   `json:"groups" toml:"groups"`                 // protocol order
	BlankRows  int            `json:"blank_rows" toml:"blank_rows"`         // for late guests, each group

	MinDisplay int      `json:"min_display" toml:"min_display"`         // units a product, 0: 10
	StageSize  int      `json:"stage_size" toml:"stage_size"`           // producers a round on stage, 0: 5
	Order      string   `json:"order" toml:"order"`                     // annex (default) | commune | list
	AwardList  []string `json:"award_list,omitempty" toml:"award_list"` // product names, when Order is list
	Presenters []string `json:"presenters,omitempty" toml:"presenters"` // who hands over, in turn
	Host       string   `json:"host,omitempty" toml:"host"`             // người dẫn chương trình

	Notes []string `json:"notes,omitempty" toml:"notes"` // kept at the foot of the programme
}

// Announcement is a decision that the conference announces, with its issuer.
type Announcement struct {
	Decision Decision `json:"decision" toml:"decision"`
	Reader   string   `json:"reader,omitempty" toml:"reader"` // who reads it out
}

// GuestGroup is one line of the plan's part I, in protocol order.
type GuestGroup struct {
	Name      string     `json:"name" toml:"name"`
	Producers bool       `json:"producers,omitempty" toml:"producers"` // filled in from the results
	BlankRows int        `json:"blank_rows,omitempty" toml:"blank_rows"`
	Guests    []Attendee `json:"guests,omitempty" toml:"guests"`
}

// Attendee is a guest or participant (đại biểu). Names and phones are personal
// data: they are on internal papers only.
type Attendee struct {
	Honorific    string `json:"honorific,omitempty" toml:"honorific"` // Đ/c, Ông, Bà
	Name         string `json:"name" toml:"name"`
	Title        string `json:"title,omitempty" toml:"title"`
	Organisation string `json:"organisation,omitempty" toml:"organisation"`
	Commune      string `json:"commune,omitempty" toml:"commune"`
	Phone        string `json:"phone,omitempty" toml:"phone"`
	Note         string `json:"note,omitempty" toml:"note"`
}

// DisplayUnits is the number of units a product must bring (plan, part IV.3).
func (c Conference) DisplayUnits() int {
	if c.MinDisplay > 0 {
		return c.MinDisplay
	}
	return 10
}

// Settings is everything an office decides, useful at its zero value.
type Settings struct {
	Authority  Authority  `json:"authority" toml:"authority"`
	Signatory  Signatory  `json:"signatory" toml:"signatory"`
	Conference Conference `json:"conference" toml:"conference"`
	IssueDate  Date       `json:"issue_date" toml:"issue_date"` // on the certificates; zero: the as-of day

	Abbreviations map[string]string `json:"abbreviations,omitempty" toml:"abbreviations"` // for the MC's text
	Ask           map[string]string `json:"ask,omitempty" toml:"ask"`                     // answers to a layout's ask values
	Sample        bool              `json:"sample,omitempty" toml:"sample"`               // MẪU on every page
}
