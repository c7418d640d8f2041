"""Names that mean something in Java, or in every package that is rendered."""

from __future__ import annotations

KEYWORDS = frozenset(
    "_ abstract assert boolean break byte case catch char class const continue default do double else enum extends "
    "final finally float for goto if implements import instanceof int interface long native new package private "
    "protected public return short static strictfp super switch synchronized this throw throws transient try void "
    "volatile while true false null var yield record sealed permits non when".split()
)
OF_OBJECT = frozenset("clone finalize getClass hashCode notify notifyAll toString wait equals".split())
"""No component of a record, and no method, may be called so."""
OF_RECORDS = OF_OBJECT | {"build", "builder", "toBuilder", "fromJson", "toJson", "extra"}
OF_METHODS = frozenset({"body", "core", "options", "params", "request", "variables"})
"""Local names of what is rendered."""
JAVA_LANG = frozenset(
    "AbstractMethodError Appendable ArithmeticException ArrayIndexOutOfBoundsException ArrayStoreException "
    "AssertionError AutoCloseable Boolean BootstrapMethodError Byte CharSequence Character Class ClassCastException "
    "ClassCircularityError ClassFormatError ClassLoader ClassNotFoundException ClassValue CloneNotSupportedException "
    "Cloneable Comparable Compiler Deprecated Double Enum EnumConstantNotPresentException Error Exception "
    "ExceptionInInitializerError Float FunctionalInterface IllegalAccessError IllegalAccessException "
    "IllegalArgumentException IllegalCallerException IllegalMonitorStateException IllegalStateException "
    "IllegalThreadStateException IncompatibleClassChangeError IndexOutOfBoundsException InheritableThreadLocal "
    "InstantiationError InstantiationException Integer InternalError InterruptedException IO Iterable "
    "LayerInstantiationException LinkageError Long MatchException Math Module ModuleLayer "
    "NegativeArraySizeException NoClassDefFoundError NoSuchFieldError NoSuchFieldException NoSuchMethodError "
    "NoSuchMethodException NullPointerException Number NumberFormatException Object OutOfMemoryError Override "
    "Package Process ProcessBuilder ProcessHandle Readable Record ReflectiveOperationException Runnable Runtime "
    "RuntimeException RuntimePermission SafeVarargs ScopedValue SecurityException SecurityManager Short "
    "StackOverflowError StackTraceElement StackWalker StrictMath String StringBuffer StringBuilder "
    "StringIndexOutOfBoundsException StringTemplate SuppressWarnings System Thread ThreadDeath ThreadGroup "
    "ThreadLocal Throwable TypeNotPresentException UnknownError UnsatisfiedLinkError "
    "UnsupportedClassVersionError UnsupportedOperationException VerifyError VirtualMachineError Void "
    "WrongThreadException".split()
)
IMPORTS = {
    "BigInteger": "java.math.BigInteger", "Collections": "java.util.Collections",
    "CompletableFuture": "java.util.concurrent.CompletableFuture",
    "JsonCreator": "com.fasterxml.jackson.annotation.JsonCreator",
    "JsonNode": "com.fasterxml.jackson.databind.JsonNode",
    "LinkedHashMap": "java.util.LinkedHashMap", "List": "java.util.List", "Map": "java.util.Map",
    "Objects": "java.util.Objects",
}  # fmt: skip
RENDERED = frozenset(
    {"Builder", "Client", "DavConditions", "DavProperties", "GraphQl", "Identity", "ProblemTypes", "WebhookTypes"}
)
