"""The command line: one file a command, found by its file name."""

from __future__ import annotations

import importlib.util
import pkgutil
from pathlib import Path

import click

from mtreview import __version__
from mtreview.cli.exit import guarded

_NOT_COMMANDS = {"console", "exit"}


class Commands(click.Group):
    """Find commands by their file names and import only the one that runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's interface
        """Return the commands' names."""
        modules = (module.name for module in pkgutil.iter_modules(__path__))
        return sorted(name for name in modules if not name.startswith("_") and name not in _NOT_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return one command; None where there is none of that name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = importlib.import_module(f"mtreview.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Name the nearest command where there is none of that name."""
        name = args[0]
        if not name.startswith("-") and name not in self.list_commands(ctx):
            from mtreview.plugins import nearest

            message = f'no command "{name}"{nearest(name, self.list_commands(ctx))}'
            raise click.UsageError(message, ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands with the first line of their files, which imports none of them."""
        rows = [(name, _title(name)) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


def _title(name: str) -> str:
    spec = importlib.util.find_spec(f"mtreview.cli.{name}")
    if spec is None or spec.origin is None:
        return ""
    with Path(spec.origin).open(encoding="utf-8") as file:
        return file.readline().strip().strip('"').rstrip(".")


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="mtreview")
def group() -> None:
    """Review Spanish-to-English machine translation: align, check, score, and decide in the terminal.

    Exit codes: 0 pass, 1 an issue or limit fails it, 2 usage, configuration, input or tool error.
    """


def main() -> None:
    """Run the program, and turn every error into one line and an exit code."""
    guarded(group)
