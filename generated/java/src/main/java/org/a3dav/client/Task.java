package org.a3dav.client;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** Work on another thread, which is interrupted when it is cancelled. */
final class Task<T> extends CompletableFuture<T> implements Runnable {
    private final Callable<T> work;
    private Thread runner;

    Task(Callable<T> work) {
        this.work = work;
    }

    @Override
    public void run() {
        if (!begin()) {
            return;
        }
        try {
            complete(work.call());
        } catch (Exception e) {
            completeExceptionally(e);
        } finally {
            end();
        }
    }

    private synchronized boolean begin() {
        runner = isDone() ? null : Thread.currentThread();
        return runner != null;
    }

    private synchronized void end() {
        runner = null;
        if (isCancelled()) {
            Thread.interrupted(); // the thread goes on to other work
        }
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
        boolean isCancelled = super.cancel(mayInterrupt);
        synchronized (this) {
            if (isCancelled && runner != null) {
                runner.interrupt();
            }
        }
        return isCancelled;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }
}
