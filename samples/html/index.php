<?php echo "Welcome to the shop";
