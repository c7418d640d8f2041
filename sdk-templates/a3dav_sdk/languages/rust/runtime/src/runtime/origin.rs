//! Which addresses belong together, and which parts of an address are nobody else's business.

use url::Url;

const SECRETS: [&str; 9] = [
    "access_token",
    "client_secret",
    "code",
    "key",
    "password",
    "refresh_token",
    "secret",
    "signature",
    "token",
];

/// Says whether two addresses have scheme, host and port in common.
pub(crate) fn same_origin(left: &Url, right: &Url) -> bool {
    left.scheme() == right.scheme()
        && left.host_str() == right.host_str()
        && left.port_or_known_default() == right.port_or_known_default()
}

/// The address without user, password, fragment and secrets of the query, for errors and logs.
pub(crate) fn redacted(url: &Url) -> String {
    let mut shown = url.clone();
    shown.set_fragment(None);
    // Both fail only for addresses that have no host and thus no user either.
    let _ = shown.set_username("");
    let _ = shown.set_password(None);
    let Some(query) = url.query() else {
        return shown.into();
    };
    let pairs: Vec<String> = query
        .split('&')
        .map(|pair| match pair.split_once('=') {
            Some((name, _)) if is_secret(name) => format!("{name}=…"),
            _ => pair.to_owned(),
        })
        .collect();
    shown.set_query(None);
    format!("{shown}?{}", pairs.join("&"))
}

fn is_secret(name: &str) -> bool {
    SECRETS.contains(&name.to_ascii_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_shown_without_its_secrets() {
        let url = Url::parse("http://me:pass@host:81/a?Token=x&limit=2#part").unwrap();
        assert_eq!(redacted(&url), "http://host:81/a?Token=…&limit=2");
    }

    #[test]
    fn a_default_port_makes_no_difference_of_origin() {
        let plain = Url::parse("http://host/a").unwrap();
        assert!(same_origin(
            &plain,
            &Url::parse("http://HOST:80/b").unwrap()
        ));
        assert!(!same_origin(
            &plain,
            &Url::parse("http://host:81/a").unwrap()
        ));
        assert!(!same_origin(&plain, &Url::parse("https://host/a").unwrap()));
    }
}
