# SPDX-License-Identifier: GPL-3.0-or-later
# Prints every file over `file_limit` lines and every function over `function_limit` lines, and fails if there is one.
# A function: from a line at most 4 spaces in that holds "(" and is no statement, to the "}" at the same indentation.

function close_file() {
    if (file_name != "" && lines > file_limit) {
        printf "%s: %d lines, at most %d\n", file_name, lines, file_limit
        failed = 1
    }
}

FNR == 1 {
    close_file()
    file_name = FILENAME
    split("", start)
    split("", opened)
}

{
    lines = FNR
    match($0, /^ */)
    indent = RLENGTH
    if ($0 ~ /^ *(inline )?(namespace|class|struct|enum|union|extern)[ {]/ || $0 ~ /^ *(public|private|protected)/) next
    if (indent <= 4 && $0 ~ /[A-Za-z_>)&*]/ && $0 ~ /\(/ && $0 !~ /^ *(\/\/|#|\*|\}|:|,|if|for|while|switch|return|else|do|case|try|catch)/ && !(indent in start)) {
        start[indent] = FNR
        head[indent] = $0
    }
    if (indent <= 4 && $0 ~ /;[ ]*(\/\/.*)?$/ && !(indent in opened)) delete start[indent]
    if (indent <= 4 && (indent in start) && $0 ~ /\{$/) opened[indent] = 1
    if (indent <= 4 && $0 ~ /^ *\}[;)]*$/) {
        if ((indent in opened) && (indent in start)) {
            size = FNR - start[indent] + 1
            if (size > function_limit) {
                printf "%s:%d: a function of %d lines, at most %d: %s\n", FILENAME, start[indent], size, function_limit, head[indent]
                failed = 1
            }
        }
        for (i in start) if (i + 0 >= indent) delete start[i]
        for (i in opened) if (i + 0 >= indent) delete opened[i]
    }
    if ($0 ~ /^ *$/) for (i in start) if (!(i in opened)) delete start[i]
}

END {
    close_file()
    exit failed
}
