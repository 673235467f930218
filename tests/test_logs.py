"""The server's log: kinds and places of faults, and no word about a page that was closed."""

import logging

import pytest
from tornado.iostream import StreamClosedError
from tornado.websocket import WebSocketClosedError

from quadrantlib.serving.logs import is_news


def fault(error):
    return logging.makeLogRecord({"exc_info": (type(error), error, None), "levelno": logging.ERROR})


@pytest.mark.parametrize("error", [WebSocketClosedError(), StreamClosedError()])
def test_a_page_that_was_closed_is_no_news(error):
    assert not is_news(fault(error))


def test_every_other_fault_is_told():
    assert is_news(fault(ValueError()))
    assert is_news(logging.makeLogRecord({"msg": "a fault without an exception"}))
