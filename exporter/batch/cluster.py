"""More than one machine: the same jobs on a Dask cluster (`pip install 'exporter[cluster]'`).

Sources travel with the job as templates; workers write to the same output folder, which must be
shared. A worker that is lost loses no job: the scheduler gives it to another.
"""

from __future__ import annotations

from concurrent.futures import Executor

from exporter.diagnostics import Diagnostic, SourceError


def executor_at(address: str) -> Executor:
    """An executor that runs jobs on the cluster at `address` (tcp://host:port)."""
    try:
        from distributed import Client
    except ImportError as error:
        said = "A cluster needs Dask: pip install 'exporter[cluster]'"
        raise SourceError([Diagnostic(code="cluster-absent", message=said)]) from error
    try:
        client = Client(address, timeout="10s")
    except (OSError, ValueError) as error:
        said = f"There is no cluster at {address}: {error}"
        raise SourceError([Diagnostic(code="cluster-absent", message=said)]) from error
    executor: Executor = client.get_executor(pure=False, retries=3)
    return executor
