namespace A3dav.Client
{
    /// <summary>An answer that is no success.</summary>
    public class ResponseException : A3davException
    {
        internal ResponseException(Failure failure)
            : base(failure)
        {
        }
    }

    /// <summary>304: what was read before is still so.</summary>
    public sealed class NotModifiedException : ResponseException
    {
        internal NotModifiedException(Failure failure)
            : base(failure)
        {
        }
    }

    /// <summary>Another 4xx than those below.</summary>
    public class ClientErrorException : ResponseException
    {
        internal ClientErrorException(Failure failure)
            : base(failure)
        {
        }
    }

    /// <summary>500, and another 5xx than those below.</summary>
    public class ServerErrorException : ResponseException
    {
        internal ServerErrorException(Failure failure)
            : base(failure)
        {
        }
    }

    /// <summary>400: the request is not understood.</summary>
    public sealed class BadRequestException : ClientErrorException
    {
        internal BadRequestException(Failure failure)
            : base(failure)
        {
        }
    }

    /// <summary>401: the credentials are missing, wrong, or over.</summary>
    public sealed class UnauthorizedException : ClientErrorException
    {
        internal UnauthorizedException(Failure failure)
            : base(failure)
        {
        }
    }

    /// <summary>403: this is not allowed.</summary>
    public sealed class ForbiddenException : ClientErrorException
    {
        internal ForbiddenException(Failure failure)
            : base(failure)
        {
        }
    }

    /// <summary>404: there is no such thing.</summary>
    public sealed class NotFoundException : ClientErrorException
    {
        internal NotFoundException(Failure failure)
            : base(failure)
        {
        }
    }

    /// <summary>405: this cannot be done with it.</summary>
    public sealed class MethodNotAllowedException : ClientErrorException
    {
        internal MethodNotAllowedException(Failure failure)
            : base(failure)
        {
        }
    }

    /// <summary>406: it does not exist in the form that was asked for.</summary>
    public sealed class NotAcceptableException : ClientErrorException
    {
        internal NotAcceptableException(Failure failure)
            : base(failure)
        {
        }
    }

    /// <summary>409: it does not go with what is there.</summary>
    public sealed class ConflictException : ClientErrorException
    {
        internal ConflictException(Failure failure)
            : base(failure)
        {
        }
    }

    /// <summary>410: it is there no more.</summary>
    public sealed class GoneException : ClientErrorException
    {
        internal GoneException(Failure failure)
            : base(failure)
        {
        }
    }

    /// <summary>412: it is not, or no more, what the request says.</summary>
    public sealed class PreconditionFailedException : ClientErrorException
    {
        internal PreconditionFailedException(Failure failure)
            : base(failure)
        {
        }
    }

    /// <summary>413: too much was sent.</summary>
    public sealed class ContentTooLargeException : ClientErrorException
    {
        internal ContentTooLargeException(Failure failure)
            : base(failure)
        {
        }
    }

    /// <summary>415: the form of what was sent is not understood.</summary>
    public sealed class UnsupportedMediaTypeException : ClientErrorException
    {
        internal UnsupportedMediaTypeException(Failure failure)
            : base(failure)
        {
        }
    }

    /// <summary>422: what was sent is not as documented.</summary>
    public sealed class UnprocessableException : ClientErrorException
    {
        internal UnprocessableException(Failure failure)
            : base(failure)
        {
        }
    }

    /// <summary>423: somebody has locked it.</summary>
    public sealed class LockedException : ClientErrorException
    {
        internal LockedException(Failure failure)
            : base(failure)
        {
        }
    }

    /// <summary>424: something else had to be done first, and failed.</summary>
    public sealed class FailedDependencyException : ClientErrorException
    {
        internal FailedDependencyException(Failure failure)
            : base(failure)
        {
        }
    }

    /// <summary>428: the request must say what it expects to find.</summary>
    public sealed class PreconditionRequiredException : ClientErrorException
    {
        internal PreconditionRequiredException(Failure failure)
            : base(failure)
        {
        }
    }

    /// <summary>429: there were too many requests.</summary>
    public sealed class RateLimitedException : ClientErrorException
    {
        internal RateLimitedException(Failure failure)
            : base(failure)
        {
        }
    }

    /// <summary>502: a server between says that the one behind it fails.</summary>
    public sealed class BadGatewayException : ServerErrorException
    {
        internal BadGatewayException(Failure failure)
            : base(failure)
        {
        }
    }

    /// <summary>503: the server cannot answer now.</summary>
    public sealed class UnavailableException : ServerErrorException
    {
        internal UnavailableException(Failure failure)
            : base(failure)
        {
        }
    }

    /// <summary>504: a server between has waited too long.</summary>
    public sealed class GatewayTimeoutException : ServerErrorException
    {
        internal GatewayTimeoutException(Failure failure)
            : base(failure)
        {
        }
    }

    /// <summary>507: there is no room for it.</summary>
    public sealed class InsufficientStorageException : ServerErrorException
    {
        internal InsufficientStorageException(Failure failure)
            : base(failure)
        {
        }
    }

    /// <summary>There is no connection, or it ended too early.</summary>
    public sealed class ConnectionException : A3davException
    {
        internal ConnectionException(Failure failure)
            : base(failure)
        {
        }
    }

    /// <summary>The time of the call is over.</summary>
    public sealed class CallTimeoutException : A3davException
    {
        internal CallTimeoutException(Failure failure)
            : base(failure)
        {
        }
    }

    /// <summary>The answer is not what was documented.</summary>
    public sealed class DecodeException : A3davException
    {
        internal DecodeException(Failure failure)
            : base(failure)
        {
        }
    }

    /// <summary>A redirect that is not followed.</summary>
    public sealed class RedirectException : A3davException
    {
        internal RedirectException(Failure failure)
            : base(failure)
        {
        }
    }

    /// <summary>A webhook that nobody with the secret has sent a short while ago.</summary>
    public sealed class WebhookSignatureException : A3davException
    {
        internal WebhookSignatureException(Failure failure)
            : base(failure)
        {
        }

        /// <summary><c>missing</c>, <c>timestamp</c>, or <c>mismatch</c>.</summary>
        public string Reason => Facts.Reason;
    }

    /// <summary>What came is no stream of events, or cannot be read as one.</summary>
    public sealed class StreamException : A3davException
    {
        internal StreamException(Failure failure)
            : base(failure)
        {
        }
    }

    /// <summary>The client or the call was set up wrongly; nothing was sent.</summary>
    public sealed class ConfigurationException : A3davException
    {
        internal ConfigurationException(Failure failure)
            : base(failure)
        {
        }
    }
}
