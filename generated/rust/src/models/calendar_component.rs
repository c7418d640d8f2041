// Rendered from the description of the interface; not for editing.

use crate::runtime::models::open_text;

/// A kind of component of iCalendar.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum CalendarComponent {
    Vevent,
    Vtodo,
    Vjournal,
    Vfreebusy,
    Vavailability,
    /// A value that this version of the client does not know.
    Unknown(String),
}

open_text! {
    CalendarComponent {
        Vevent = "VEVENT",
        Vtodo = "VTODO",
        Vjournal = "VJOURNAL",
        Vfreebusy = "VFREEBUSY",
        Vavailability = "VAVAILABILITY",
    }
}
