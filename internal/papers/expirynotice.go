package papers

import (
	"ocoprint/internal/layout"
	"ocoprint/internal/message"
)

// ExpiryNotices (thông báo sắp hết hạn): a letter to each producer, due 30 days before the last day.
var ExpiryNotices = Paper{
	Name: "expiry-notices", File: "thong-bao-het-han",
	Title: message.Define("paper-expiry-notices", "Thông báo sắp hết hạn", "Expiry notices"),
	About: message.Define("paper-expiry-notices-about", "Văn bản báo cho từng chủ thể ít nhất 30 ngày trước khi hết hạn.", "A letter to each producer, due 30 days before the last day."),
	Pages: expiryNoticesPages,
}

func expiryNoticesPages(in Input) ([]layout.Page, []layout.Problem) { return nil, nil }
