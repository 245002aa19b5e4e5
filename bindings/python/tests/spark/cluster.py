"""A standalone cluster of Spark on loopback: processes of their own, a master and two workers, which end with the test."""
import os
import re
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyspark

HOME = Path(pyspark.__file__).parent
MASTER, WORKER = "org.apache.spark.deploy.master.Master", "org.apache.spark.deploy.worker.Worker"


class Process:
    """A process of Spark, with its log."""

    def __init__(self, folder: Path, name: str, *command: str, **variables: str):
        self.log = folder / f"{name}.log"
        variables = {**os.environ, "SPARK_HOME": str(HOME), "SPARK_LOCAL_IP": "127.0.0.1", **variables}
        with open(self.log, "wb") as log:
            self._process = subprocess.Popen([HOME / "bin/spark-class", *command], cwd=folder, env=variables, stdout=log, stderr=log)

    def says(self, pattern: str) -> str:
        """Waits for a line of the log, and gives what the pattern's group found."""
        while self._process.poll() is None:
            found = re.search(pattern, self.log.read_text(errors="replace"))
            if found:
                return found[1]
            time.sleep(0.1)
        raise RuntimeError(self.log.read_text(errors="replace")[-2000:])

    def end(self) -> None:
        self._process.terminate()
        self._process.wait()


@contextmanager
def cluster(folder: Path, workers: int = 2, memory: str = "2g", **variables: str) -> Iterator[str]:
    """The cluster's address, while it stands. Each worker has one core; its executors see these variables."""
    processes = []
    try:
        processes.append(Process(folder, "master", MASTER, "--host", "127.0.0.1", "--port", "0", "--webui-port", "0", SPARK_DAEMON_MEMORY="256m"))
        address = processes[0].says(r"Starting Spark master at (\S+)")
        for i in range(workers):
            work = ["--host", "127.0.0.1", "--webui-port", "0", "--cores", "1", "--memory", memory, "--work-dir", str(folder / f"work{i}"), address]
            processes.append(Process(folder, f"worker{i}", WORKER, *work, SPARK_DAEMON_MEMORY="256m", **variables))
        for worker in processes[1:]:
            worker.says(r"Successfully registered with (master)")
        yield address
    finally:
        for process in reversed(processes):
            process.end()


def executors() -> list[int]:
    """The process ids of the executors that descend from this process."""
    return [pid for pid in family(os.getpid()) if "CoarseGrainedExecutorBackend" in _command(pid)]


def readers(executor: int) -> list[int]:
    """The Python processes of an executor that do its tasks: children of its daemon, itself a child."""
    of = _parents()
    daemons = [pid for pid, parent in of.items() if parent == executor]
    return [pid for pid, parent in of.items() if parent in daemons]


def family(pid: int) -> list[int]:
    """A process and those that descend from it."""
    of, found = _parents(), [pid]
    for one in found:
        found += [child for child, parent in of.items() if parent == one]
    return found


def kill(pid: int) -> None:
    os.kill(pid, signal.SIGKILL)


def _parents() -> dict[int, int]:
    found = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            found[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
        except OSError:  # it has ended
            pass
    return found


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text()
    except OSError:
        return ""
