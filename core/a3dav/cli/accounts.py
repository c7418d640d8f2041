"""`a3dav user`, `a3dav group` and `a3dav app-password`."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click
from rich.table import Table

from a3dav.administration import (
    add_account,
    add_app_password,
    change_membership,
    change_password,
    describe_account,
    erase_account,
    find_account,
    give_data,
    refuse_losing_last_administrator,
    rename_account,
    revoke_app_password,
    set_disabled,
)
from a3dav.cli.options import ACTOR, common, house_of, show
from a3dav.cli.transfer import export_to
from a3dav.config import RawSettings
from a3dav.errors import A3davError
from a3dav.passwords import new_password
from a3dav.principals import Role, Scope

password_option = click.option(
    "--password-stdin", is_flag=True, help="Read the password from standard input; without it one is made."
)


def _password(from_stdin: bool) -> tuple[str, bool]:
    """A password, and whether it must be shown because it was made here."""
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n"), False
    if sys.stdin.isatty():
        typed = click.prompt("Password (empty makes one)", default="", hide_input=True, show_default=False)
        if typed:
            return str(typed), False
    return new_password(), True


@click.group()
def user() -> None:
    """Accounts: users, rooms and resources."""


@user.command("add")
@click.argument("name")
@password_option
@click.option("--email", default="", help="Address for invitations; also a name to sign in with.")
@click.option("--display-name", default="", help="Name shown to others.")
@click.option(
    "--role", type=click.Choice([role.value for role in Role]), default="owner", help="What the account may do."
)
@click.option("--kind", type=click.Choice(["user", "room", "resource"]), default="user", help="Kind of principal.")
@click.option("--quota", type=click.IntRange(0), default=0, help="Bytes the account may use; 0 takes the default.")
@common
def user_add(
    raw: RawSettings, name: str, password_stdin: bool, email: str, display_name: str, role: str, kind: str, quota: int
) -> None:
    """Make an account with a calendar, a task list, an address book and a folder for files."""
    password, made = _password(password_stdin) if kind == "user" else ("", False)
    with house_of(raw) as house:
        add_account(
            house, ACTOR, name, password=password, email=email, display_name=display_name, role=Role(role),
            kind=kind, quota=quota,
        )  # fmt: skip
    click.echo(f"{kind} {name} was made" + (f"; the password is {password}" if made else ""))


@user.command("list")
@common
def user_list(raw: RawSettings) -> None:
    """Show all accounts."""
    table = Table("name", "kind", "role", "display name", "email", "used", "quota", "state")
    with house_of(raw) as house:
        for account in house.store.accounts.all():
            if account.kind != "group":
                state = "disabled" if account.disabled else "active"
                table.add_row(
                    account.name, account.kind, account.role, account.display_name, account.email,
                    str(account.used), str(account.quota or "-"), state,
                )  # fmt: skip
    show(table)


@user.command("passwd")
@click.argument("name")
@password_option
@common
def user_passwd(raw: RawSettings, name: str, password_stdin: bool) -> None:
    """Set a new password; it counts at once in every worker."""
    password, made = _password(password_stdin)
    with house_of(raw) as house:
        change_password(house, ACTOR, name, password)
    click.echo(f"the password of {name} was changed" + (f"; it is {password}" if made else ""))


@user.command("disable")
@click.argument("name")
@common
def user_disable(raw: RawSettings, name: str) -> None:
    """Refuse all sign-ins of an account; its data stays."""
    with house_of(raw) as house:
        set_disabled(house, ACTOR, name, disabled=True)
    click.echo(f"{name} may not sign in any more")


@user.command("enable")
@click.argument("name")
@common
def user_enable(raw: RawSettings, name: str) -> None:
    """Let a disabled account sign in again."""
    with house_of(raw) as house:
        set_disabled(house, ACTOR, name, disabled=False)
    click.echo(f"{name} may sign in again")


@user.command("rename")
@click.argument("name")
@click.argument("new_name")
@common
def user_rename(raw: RawSettings, name: str, new_name: str) -> None:
    """Change the name, and with it the URLs, of an account."""
    with house_of(raw) as house:
        rename_account(house, ACTOR, name, new_name)
    click.echo(f"{name} is {new_name} now")


@user.command("set")
@click.argument("name")
@click.option("--email", help="Address for invitations; also a name to sign in with.")
@click.option("--display-name", help="Name shown to others.")
@click.option("--role", type=click.Choice([role.value for role in Role]), help="What the account may do.")
@click.option("--quota", type=click.IntRange(0), help="Bytes the account may use; 0 takes the default.")
@common
def user_set(
    raw: RawSettings, name: str, email: str | None, display_name: str | None, role: str | None, quota: int | None
) -> None:
    """Change what an account is known by and what it may do."""
    with house_of(raw) as house:
        describe_account(
            house, ACTOR, name, email=email, display_name=display_name, role=Role(role) if role else None, quota=quota
        )
    click.echo(f"{name} was changed")


@user.command("remove")
@click.argument("name")
@click.option(
    "--export", "export_dir", type=click.Path(file_okay=False, path_type=Path), help="Write all data there first."
)
@click.option("--give-to", help="Move all data to this account.")
@click.option("--keep", is_flag=True, help="Keep the data; the account can only be enabled again.")
@click.option("--erase", is_flag=True, help="Erase the data.")
@common
def user_remove(
    raw: RawSettings, name: str, export_dir: Path | None, give_to: str | None, keep: bool, erase: bool
) -> None:
    """Remove an account; say what happens to its data with --keep, --give-to, --export or --erase."""
    if not (export_dir or give_to or keep or erase):
        raise A3davError("say what happens to the data: --export DIR, --give-to NAME, --keep or --erase")
    if keep and (give_to or erase):
        raise A3davError("--keep does not go together with --give-to or --erase")
    with house_of(raw) as house:
        account = find_account(house, name)
        refuse_losing_last_administrator(house, account)
        if export_dir:
            click.echo(f"{export_to(house, account, export_dir)} files written to {export_dir}")
        if give_to:
            click.echo(
                f"{give_data(house, ACTOR, account, find_account(house, give_to))} collections given to {give_to}"
            )
        if keep:
            set_disabled(house, ACTOR, name, disabled=True)
        else:
            erase_account(house, ACTOR, account)
    click.echo(f"{name} was " + ("disabled; the data is kept" if keep else "removed"))


@click.group()
def group() -> None:
    """Groups of accounts."""


@group.command("add")
@click.argument("name")
@click.option("--display-name", default="", help="Name shown to others.")
@common
def group_add(raw: RawSettings, name: str, display_name: str) -> None:
    """Make a group."""
    with house_of(raw) as house:
        add_account(house, ACTOR, name, display_name=display_name, kind="group")
    click.echo(f"group {name} was made")


@group.command("member")
@click.argument("name")
@click.argument("member")
@click.option("--remove", is_flag=True, help="Take the member out of the group.")
@common
def group_member(raw: RawSettings, name: str, member: str, remove: bool) -> None:
    """Add an account or a group to a group."""
    with house_of(raw) as house:
        change_membership(house, ACTOR, name, member, remove=remove)
    click.echo(f"{member} is {'no longer' if remove else 'now'} in {name}")


@group.command("list")
@common
def group_list(raw: RawSettings) -> None:
    """Show all groups and their members."""
    table = Table("name", "display name", "members")
    with house_of(raw) as house:
        accounts = house.store.accounts
        for account in accounts.all("group"):
            members = ", ".join(member.name for member in accounts.members(account.id))
            table.add_row(account.name, account.display_name, members)
    show(table)


@click.group("app-password")
def app_password() -> None:
    """Passwords of their own for single clients."""


@app_password.command("add")
@click.argument("name")
@click.option("--label", default="", help="What it is for.")
@click.option(
    "--scope", type=click.Choice([s.value for s in Scope if s is not Scope.FULL]), default="dav", help="What it opens."
)
@click.option("--days", type=click.IntRange(0), default=0, help="Days until it expires; 0 is never.")
@common
def app_password_add(raw: RawSettings, name: str, label: str, scope: str, days: int) -> None:
    """Make an app password; it is shown this once."""
    with house_of(raw) as house:
        password = add_app_password(house, ACTOR, name, label=label, scope=Scope(scope), days=days)
    click.echo(password)


@app_password.command("list")
@click.argument("name")
@common
def app_password_list(raw: RawSettings, name: str) -> None:
    """Show the app passwords of an account."""
    table = Table("id", "label", "scope", "created", "expires", "last used")
    with house_of(raw) as house:
        for entry in house.store.accounts.app_passwords(find_account(house, name).id):
            times = (_date(entry.created), _date(entry.expires), _date(entry.last_used))
            table.add_row(entry.id.hex(), entry.label, entry.scope, *times)
    show(table)


@app_password.command("revoke")
@click.argument("name")
@click.argument("app_password_id")
@common
def app_password_revoke(raw: RawSettings, name: str, app_password_id: str) -> None:
    """Make an app password worthless at once."""
    with house_of(raw) as house:
        revoke_app_password(house, ACTOR, name, app_password_id)
    click.echo("revoked")


def _date(milliseconds: int) -> str:
    return time.strftime("%Y-%m-%d %H:%M", time.gmtime(milliseconds / 1000)) if milliseconds else "never"
