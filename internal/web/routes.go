package web

import "net/http"

// routes is the table of pages: what it is, who may, which handler.
func (s *Server) routes() http.Handler {
	mux := http.NewServeMux()
	open := func(pattern string, h http.HandlerFunc) { mux.HandleFunc(pattern, h) }
	see := func(pattern string, h http.HandlerFunc) { mux.HandleFunc(pattern, s.allow("see", h)) }
	issue := func(pattern string, h http.HandlerFunc) { mux.HandleFunc(pattern, s.allow("issue", h)) }

	open("GET /bat-dau", s.start)
	open("POST /ngon-ngu", s.setLang)
	mux.Handle("GET /static/", s.static())

	see("GET /{$}", s.home)
	issue("POST /tep", s.upload)
	see("GET /tep/{id}", s.readingPage)
	issue("POST /tep/{id}/tra-loi", s.answer)
	issue("POST /tep/{id}/rut-lai", s.takeBack)
	issue("POST /tep/{id}/cot", s.mapColumns)
	issue("GET /tep/{id}/dong", s.rowPage)
	issue("POST /tep/{id}/dong", s.saveRow)
	see("GET /tep/{id}/danh-dau.xlsx", s.annotated)
	see("GET /tep/{id}/du-kien", s.draftPage)
	see("GET /tep/{id}/xem/{n}", s.draftPreview)
	issue("POST /tep/{id}/cap", s.issue)
	see("GET /tep/{id}/giay-to", s.papersPage)
	issue("POST /tep/{id}/in", s.startPrinting)
	issue("POST /tep/{id}/dung", s.stopPrinting)
	see("GET /tep/{id}/tai/{file...}", s.download)
	see("GET /tep/{id}/tat-ca.zip", s.downloadAll)

	propose := func(pattern string, h http.HandlerFunc) { mux.HandleFunc(pattern, s.allow("propose", h)) }
	see("GET /so", s.registerPage)
	see("GET /so/xuat.xlsx", s.export)
	see("GET /so/ban-in", s.printPage)
	see("GET /so/sap-het-han", s.expiringPage)
	see("GET /so/thong-ke", s.statsPage)
	see("GET /so/{id}", s.certPage)
	see("GET /so/{id}/giay.svg", s.certPicture)
	see("GET /so/{id}/tep/{file}", s.certFile)
	issue("GET /so/{id}/danh-gia-lai", s.againPage)
	issue("POST /so/{id}/danh-gia-lai", s.again)
	propose("POST /so/{id}/{act}", s.doAct)
	see("GET /de-nghi", s.proposalsPage)
	propose("POST /de-nghi/{key}", s.decide)

	manage := func(pattern string, h http.HandlerFunc) { mux.HandleFunc(pattern, s.allow("manage", h)) }
	see("GET /thiet-lap", s.settingsPage)
	manage("GET /thiet-lap/{muc}", s.sectionPage)
	manage("POST /thiet-lap/{muc}", s.saveSection)
	manage("GET /thiet-lap/ke-hoach.toml", s.planFile)
	manage("POST /thiet-lap/ke-hoach", s.planUpload)
	manage("GET /thiet-lap/co-quan", s.profilesPage)
	manage("GET /thiet-lap/co-quan/sua", s.profilePage)
	manage("POST /thiet-lap/co-quan/sua", s.saveProfile)
	manage("POST /thiet-lap/co-quan/dung", s.chooseProfile)
	manage("GET /thiet-lap/khoa", s.keysPage)
	manage("POST /thiet-lap/khoa", s.changeKeys)
	manage("POST /thiet-lap/khoa/khoa-lai", s.lockKeys)
	see("GET /thiet-lap/sao-luu", s.backupsPage)
	mux.HandleFunc("POST /thiet-lap/sao-luu", s.allow("backup", s.makeBackup))
	mux.HandleFunc("POST /thiet-lap/sao-luu/doi-chieu", s.allow("backup", s.settleGap))
	manage("GET /thiet-lap/nguoi-dung", s.usersPage)
	manage("POST /thiet-lap/nguoi-dung", s.saveUser)
	open("GET /dang-nhap", s.loginPage)
	open("POST /dang-nhap", s.login)
	open("POST /dang-xuat", s.logout)

	see("GET /hoi-nghi", s.confPage)
	issue("POST /hoi-nghi/quyet-dinh", s.saveDecisions)
	see("GET /hoi-nghi/dai-bieu", s.guestsPage)
	issue("POST /hoi-nghi/dai-bieu", s.saveGroup)
	issue("POST /hoi-nghi/dai-bieu/tep", s.uploadGuests)
	see("GET /hoi-nghi/thu-tu", s.orderPage)
	issue("POST /hoi-nghi/thu-tu", s.saveOrder)
	see("GET /hoi-nghi/trung-bay", s.standsPage)
	issue("POST /hoi-nghi/trung-bay", s.saveStands)
	see("GET /hoi-nghi/trao", s.handPage)
	issue("POST /hoi-nghi/trao", s.saveHanded)
	see("GET /hoi-nghi/diem-danh", s.presentPage)
	issue("POST /hoi-nghi/diem-danh", s.savePresent)

	see("GET /mau", s.layoutsPage)
	manage("POST /mau", s.chooseLayout)
	see("GET /mau/{id}/{ban}", s.editorPage)
	see("GET /mau/{id}/{ban}/giay.svg", s.layoutPicture)
	manage("POST /mau/{id}/{ban}", s.editLayout)

	mux.HandleFunc("/", s.allow("see", func(w http.ResponseWriter, r *http.Request) {
		s.problem(w, r, http.StatusNotFound, pageMissing.Err())
	}))
	return mux
}
