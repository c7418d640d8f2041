<?php

declare(strict_types=1);

namespace A3dav\Client\Internal;

use A3dav\Client\About;
use A3dav\Client\Answered;
use A3dav\Client\Errors\CancelledException;
use A3dav\Client\Errors\ClientException;
use A3dav\Client\Errors\ConfigurationException;
use A3dav\Client\Errors\ConnectionException;
use A3dav\Client\Errors\TimeoutException;
use A3dav\Client\Transport\Cut;
use A3dav\Client\Transport\Late;
use A3dav\Client\Transport\Stopped;

/** @internal One call on the wire: attempts, delays, redirects, and renewed credentials. */
final class Exchange
{
    /** The answer, if it is a success; an error otherwise. */
    public static function run(Core $core, Outgoing $asked): Answer
    {
        $running = new Running($core, $asked, self::headers($core, $asked));
        while (true) {
            $running->attempts++;
            $tried = self::attempt($running);
            if ($tried instanceof Answer) {
                if ($tried->status === 401 && self::renews($running) || Redirects::follows($running, $tried)) {
                    $running->attempts--;
                    continue;
                }
                if ($tried->status < 300) {
                    self::tell($asked, $tried);
                    return $tried;
                }
            }
            $error = $tried instanceof Answer ? Refusal::of($tried) : $tried;
            self::pause($running, $tried, $error);
        }
    }

    /** @return array<string, string> */
    private static function headers(Core $core, Outgoing $asked): array
    {
        $headers = ['user-agent' => About::USER_AGENT];
        foreach ([$core->options->headers, $asked->headers, $asked->options->headers] as $more) {
            $headers = array_change_key_case($more) + $headers;
        }
        if ($asked->options->requestId !== null) {
            $headers['x-request-id'] = $asked->options->requestId;
        }
        foreach ($headers as $name => $value) {
            if (preg_match('/[\r\n\0]/', "$name$value")) {
                throw new ConfigurationException("the header $name has a line end");
            }
        }
        return $headers;
    }

    private static function tell(Outgoing $asked, Answer $answer): void
    {
        if ($asked->options->onResponse !== null) {
            ($asked->options->onResponse)(new Answered($answer->status, $answer->headers, $answer->attempts));
        }
    }

    private static function attempt(Running $running): Answer|ConnectionException
    {
        $began = hrtime(true);
        $outcome = 'error';
        try {
            $answer = Sending::send($running);
            $outcome = (string) $answer->status;
            return $answer;
        } catch (Cut $cut) {
            $error = new ConnectionException("no answer: {$cut->getMessage()}", ...$running->told());
        } catch (Late) {
            $error = new TimeoutException('the time of the call ran out', ...$running->told());
        } catch (Stopped) {
            $error = new CancelledException('the call was cancelled', ...$running->told());
        } catch (ClientException $error) {
            $outcome = $error->errorCode;
            throw $error;
        } finally {
            $outcome = isset($error) ? $error->errorCode : $outcome;
            Journal::note($running, $outcome, (hrtime(true) - $began) / 1e9);
        }
        return $error instanceof ConnectionException ? $error : throw $error;
    }

    private static function renews(Running $running): bool
    {
        if ($running->hasRenewed || $running->credentials === [] || !$running->body->maySendAgain()) {
            return false;
        }
        $running->hasRenewed = true;
        return $running->core->auth->renew($running->core, $running->credentials);
    }

    /** Waits for another attempt, or throws the error where there is none. */
    private static function pause(Running $running, Answer|ClientException $tried, ClientException $error): void
    {
        $core = $running->core;
        $asked = $running->asked;
        $retries = $asked->options->retries ?? $core->options->retries;
        $isRefused = $tried instanceof Answer && !in_array($tried->status, Retry::STATUSES, true);
        $mayRetry = $running->attempts <= $retries && $asked->retry !== 'never' && $running->body->maySendAgain();
        if (!$mayRetry || $isRefused) {
            throw $error;
        }
        $seconds = $tried instanceof Answer ? Retry::after($tried->headers, $core->now()) : null;
        $seconds ??= Retry::delay($running->attempts, $core->random());
        if ($seconds > Retry::LONGEST || $seconds >= $running->left()) {
            throw $error;
        }
        if ($seconds > 0) {
            $core->clock->sleep($seconds);
        }
        if ($running->isCancelled()) {
            throw new CancelledException('the call was cancelled', ...$running->told());
        }
    }
}
