package register

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"

	"ocoprint/internal/message"
	"ocoprint/internal/ocop"
)

var (
	// SettingsChanged: somebody else saved settings meanwhile.
	SettingsChanged = message.Define("settings-changed",
		"Cài đặt đã được người khác sửa trong lúc này.", "The settings were changed by somebody else meanwhile.").
		Hint("Mở lại cài đặt, sửa và lưu lần nữa.", "Open the settings again, change and save once more.")
	// ProfileUnknown: no issuer profile with that code.
	ProfileUnknown = message.Define("profile-unknown",
		"Không có hồ sơ cơ quan cấp “{code}” cho ngày {day}.", "There is no issuer profile “{code}” for {day}.")
)

// Settings gives the settings in force and their version (0: none yet).
func (r *Register) Settings(ctx context.Context) (s ocop.Settings, version int64, err error) {
	err = r.store.View(ctx, func(tx Tx) error {
		all, err := tx.EntriesOf(idSettings)
		for _, e := range all {
			if e.Kind == KindSettings {
				version = e.Seq
			}
		}
		if err != nil || version == 0 {
			return err
		}
		s, err = settingsOf(tx, version)
		return err
	})
	return s, version, r.sayBusy(err)
}

func settingsOf(tx Tx, version int64) (s ocop.Settings, err error) {
	p, ok, err := tx.Personal(version)
	if err != nil || !ok || p.Data == nil {
		return s, err
	}
	return s, json.Unmarshal(p.Data, &s)
}

// PutSettings keeps new settings; was is the version they were made from, so
// that two people cannot overwrite each other (SettingsChanged). The settings
// name guests: they stand beside the entry as personal data.
func (r *Register) PutSettings(ctx context.Context, s ocop.Settings, was int64) (version int64, err error) {
	err = r.write(ctx, KindSettings, func(w *writer) error {
		last, err := w.lastKind(idSettings, KindSettings)
		if err != nil {
			return err
		}
		if last != was {
			return SettingsChanged.Err()
		}
		version = w.head.Seq + 1
		return w.addPersonal(Event{Kind: KindSettings, ID: idSettings, Day: dayOf(w.now)}, s)
	})
	return version, err
}

// lastKind gives the last entry of a kind about id, 0 when there is none.
func (w *writer) lastKind(id string, kind Kind) (seq int64, err error) {
	all, err := w.tx.EntriesOf(id)
	for _, e := range all {
		if e.Kind == kind {
			seq = e.Seq
		}
	}
	return seq, err
}

// SettingsAt gives an earlier version; zero when it was erased.
func (r *Register) SettingsAt(ctx context.Context, version int64) (s ocop.Settings, err error) {
	err = r.store.View(ctx, func(tx Tx) error {
		e, ok, err := tx.Entry(version)
		if err != nil || !ok || e.Kind != KindSettings {
			return err
		}
		s, err = settingsOf(tx, version)
		return err
	})
	return s, r.sayBusy(err)
}

// EraseOldSettings erases all versions of the settings but the one in force:
// they name the guests of earlier conferences.
func (r *Register) EraseOldSettings(ctx context.Context, reason string) error {
	return r.write(ctx, KindErase, func(w *writer) error {
		last, err := w.lastKind(idSettings, KindSettings)
		if err != nil {
			return err
		}
		all, err := w.tx.EntriesOf(idSettings)
		if err != nil {
			return err
		}
		all = slices.DeleteFunc(all, func(e Entry) bool { return e.Seq == last })
		return w.erase(idSettings, reason, all)
	})
}

// PutProfile sets an issuer profile (by its code); the journal keeps every
// earlier state. Setting what is in force already adds nothing.
func (r *Register) PutProfile(ctx context.Context, a ocop.Authority) error {
	if _, err := ParsePattern(a.NumberPattern); err != nil {
		return err
	}
	return r.write(ctx, KindProfile, func(w *writer) error {
		all, err := profiles(w.tx)
		if err != nil {
			return err
		}
		if was, ok := all[a.Code]; ok && was == a {
			return nil
		}
		return w.add(Event{Kind: KindProfile, ID: idProfile, Day: dayOf(w.now), Profile: &a})
	})
}

func profiles(tx Tx) (map[string]ocop.Authority, error) {
	entries, err := tx.EntriesOf(idProfile)
	if err != nil {
		return nil, err
	}
	all := map[string]ocop.Authority{}
	for _, e := range entries {
		ev, err := e.Event()
		if err != nil {
			return nil, err
		}
		if ev.Profile != nil {
			all[ev.Profile.Code] = *ev.Profile
		}
	}
	return all, nil
}

// Profiles gives the issuer profiles, earliest first.
func (r *Register) Profiles(ctx context.Context) (list []ocop.Authority, err error) {
	err = r.store.View(ctx, func(tx Tx) error {
		all, err := profiles(tx)
		for _, a := range all {
			list = append(list, a)
		}
		return err
	})
	slices.SortFunc(list, func(a, b ocop.Authority) int {
		return cmp.Or(a.From.Compare(b.From), cmp.Compare(a.Code, b.Code))
	})
	return list, r.sayBusy(err)
}

// ProfileOn gives the profile that issues in the name of code on a day,
// following successors (district level ended on 30/6/2025).
func (r *Register) ProfileOn(ctx context.Context, code string, day ocop.Date) (a ocop.Authority, err error) {
	err = r.store.View(ctx, func(tx Tx) error {
		all, err := profiles(tx)
		if err != nil {
			return err
		}
		for name, steps := code, 0; steps <= len(all); steps++ {
			found, ok := all[name]
			if !ok {
				break
			}
			if found.Serves(day) {
				a = found
				return nil
			}
			name = found.Successor
		}
		return ProfileUnknown.With("code", code, "day", day.String()).Err()
	})
	return a, r.sayBusy(err)
}
