#!/bin/sh
exec cmake -P "$(dirname "$0")/rooms.cmake"
