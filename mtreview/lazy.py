"""What is computed on first use: an attribute, and what a function says of a word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
Key = TypeVar("Key")


class lazy(Generic[T]):  # noqa: N801 - used as a decorator, like property
    """Compute an attribute on first use and keep it (functools.cached_property takes a lock in Python 3.11)."""

    def __init__(self, compute: Callable[[Any], T]) -> None:
        self._compute = compute
        self.__doc__ = compute.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...

    @overload
    def __get__(self, instance: object, owner: type) -> T: ...

    def __get__(self, instance: object | None, owner: type) -> T | Self:
        if instance is None:
            return self
        value = instance.__dict__[self._name] = self._compute(instance)
        return value


class Remembered(dict[Key, T]):
    """Remember what a function says of each key; two thirds of the time of functools.lru_cache.

    It forgets all of them once it holds as many as it may, so that it does not grow with what is read.
    """

    def __init__(self, compute: Callable[[Key], T], most: int) -> None:
        super().__init__()
        self._compute = compute
        self._most = most

    def __missing__(self, key: Key) -> T:
        if len(self) >= self._most:
            self.clear()
        value = self[key] = self._compute(key)
        return value

    def __call__(self, key: Key) -> T:
        """Return what the function says of a key."""
        return self[key]
