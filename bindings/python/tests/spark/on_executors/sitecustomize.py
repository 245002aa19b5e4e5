"""What Python on the executors imports first: there, an article that says so ends whoever reads it, as running out of memory may."""
import os
import signal


from leitai import arrow
from words import DEADLY

_read_one = arrow.Reader._read_one


def read_one(self, found, i, questions, text, *more):
    if DEADLY.encode() in text.to_pybytes():
        os.kill(os.getpid(), signal.SIGKILL)
    _read_one(self, found, i, questions, text, *more)


arrow.Reader._read_one = read_one
